// Brings the sheets of a matrix that were not drawn with the page, each when it comes near the window: from the page
// on which it stands alone, so that whoever may not see something there does not see it here either. Without it, or
// where a sheet does not come, the link to that page stands.
import { makeGrid } from './grid.ts';

const wanted = new Set<Element>();
let isBringing = false;

const near = new IntersectionObserver(
	(entries) => {
		for (const { isIntersecting, target } of entries) {
			if (isIntersecting) wanted.add(target);
			else wanted.delete(target);
		}
		void bringThem();
	},
	{ rootMargin: '100%' }
);

start();

export function start(): void {
	for (const sheet of document.querySelectorAll('[data-sheet-waits]')) near.observe(sheet);
}

/** One at a time; what was passed meanwhile is not asked for. */
async function bringThem(): Promise<void> {
	if (isBringing) return;
	isBringing = true;
	for (let next = nearest(); next; next = nearest()) {
		wanted.delete(next);
		near.unobserve(next);
		await bring(next);
	}
	isBringing = false;
}

function nearest(): Element | undefined {
	const distance = (sheet: Element) => {
		const { top, bottom } = sheet.getBoundingClientRect();
		return Math.abs((top + bottom - window.innerHeight) / 2);
	};
	return [...wanted].sort((one, other) => distance(one) - distance(other))[0];
}

async function bring(place: Element): Promise<void> {
	const room = place.querySelector('[data-sheet-room]');
	const alone = place.querySelector<HTMLAnchorElement>('[data-sheet-alone]');
	if (!room || !alone) return;
	const sheet = await sheetAt(alone.href).catch(() => null);
	if (sheet) await putInto(room, sheet);
	else room.textContent = 'It could not be brought here. Open it by the link above.';
	room.className = sheet ? '' : 'govuk-body';
}

/** @returns null for an answer that is no sheet: of whoever was signed out, for one */
async function sheetAt(address: string): Promise<Element | null> {
	const answer = await fetch(address);
	if (!answer.ok) return null;
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	return page.querySelector('[data-sheet]');
}

/** A group of rows a frame, so that who scrolls meanwhile is not held up. */
async function putInto(room: Element, sheet: Element): Promise<void> {
	await frame();
	const table = sheet.querySelector<HTMLTableElement>('table[data-grid]');
	if (table) makeGrid(table);
	const groups = [...(table?.tBodies ?? [])];
	const foot = table?.tFoot ?? null;
	for (const group of groups) group.remove();
	room.replaceChildren(...sheet.children);
	for (const group of groups) {
		await frame();
		table?.insertBefore(group, foot);
	}
}

function frame(): Promise<unknown> {
	return new Promise(requestAnimationFrame);
}
