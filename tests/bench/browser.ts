import { chromium, type Browser, type Page } from '@playwright/test';
import { ALL_INSPECTIONS } from '#lib/domain/matrix.ts';
import { paths, withQuery } from '#lib/wording/paths.ts';
import { findChromium } from '../../scripts/chromium.mjs';
import { atMost, exactly, rounded, type Check } from './budgets.ts';
import type { Cast } from './cast.ts';
import { columns } from './table.ts';

export interface BrowserFigures {
	readonly name: string;
	/** Cells of the matrices on the page. */
	readonly cells: number;
	/** Of its sheets, those that should have come while it was scrolled and did not. */
	readonly missing: number;
	/** Milliseconds from the request to the first content on the screen, and to the whole page; the middle of some. */
	readonly firstPaint: number;
	readonly loaded: number;
	/** While it is scrolled from its beginning to its end and back. */
	readonly frames: number;
	/** Of these frames, the share that took more than 50 milliseconds. */
	readonly slow: number;
	/** The longest of them, milliseconds. */
	readonly longest: number;
}

const LOADS = 5;
const SLOW_FRAME = 50;
/** Pixels of a turn of the wheel, twice what one notch is; turns without an effect by which the end is known. */
const STEP = 240;
const AT_REST = 8;
const MOST_TURNS = 1000;
const BUDGET = { firstPaint: 1000, slow: 5 };

/** What a reader of the largest pages waits for in the browser; null where there is none on this machine. */
export async function measureBrowser(origin: string, cast: Cast): Promise<BrowserFigures[] | null> {
	const executablePath = findChromium();
	if (!executablePath) return null;
	const isRoot = process.getuid?.() === 0;
	const args = ['--disable-gpu', '--disable-background-networking'];
	const browser = await chromium.launch({
		executablePath,
		args: isRoot ? [...args, '--no-sandbox'] : args
	});
	try {
		return [
			await measure(browser, origin, cast, 'matrix, 60 by 30', paths.matrix()),
			await measure(
				browser,
				origin,
				cast,
				'matrix, 60 by 600',
				withQuery(paths.matrix(), { inspection: ALL_INSPECTIONS })
			)
		];
	} finally {
		await browser.close();
	}
}

export function browserTable(figures: readonly BrowserFigures[]): string {
	return columns([
		['In the browser', 'cells', 'first paint', 'loaded', 'frames', `> ${SLOW_FRAME} ms`, 'longest'],
		...figures.map(({ name, cells, firstPaint, loaded, frames, slow, longest }) => [
			name,
			String(cells),
			rounded(firstPaint),
			rounded(loaded),
			String(frames),
			`${rounded(slow)} %`,
			rounded(longest)
		])
	]);
}

export function browserChecks(figures: readonly BrowserFigures[]): Check[] {
	return figures.flatMap(({ name, missing, firstPaint, slow }) => [
		exactly(`Sheets that did not come, ${name}`, missing, 0),
		atMost(`First paint of ${name}`, firstPaint, BUDGET.firstPaint, 'ms'),
		atMost(`Frames over ${SLOW_FRAME} ms, ${name} scrolled`, slow, BUDGET.slow, '%')
	]);
}

async function measure(
	browser: Browser,
	origin: string,
	{ inspector }: Cast,
	name: string,
	path: string
): Promise<BrowserFigures> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const [key = '', value = ''] = inspector.cookie.split('=');
	await context.addCookies([{ name: key, value, url: origin }]);
	const page = await context.newPage();
	const loads: { firstPaint: number; loaded: number }[] = [];
	for (let load = 0; load < LOADS; load++) {
		await page.goto(origin + path, { waitUntil: 'load' });
		// A small page may be whole before anything of it is on the screen.
		await page.waitForFunction(() => performance.getEntriesByType('paint').length > 1);
		loads.push(await page.evaluate(timesOfLoad));
	}
	const taken = await framesOfScrolling(page);
	// As many as there are now: what was not drawn with the page came while it was scrolled.
	const cells = await page.locator('[data-grid] tbody td').count();
	const missing = await page.locator('[data-sheet-waits]:not(:has([data-grid]))').count();
	await context.close();
	const slow = taken.filter((milliseconds) => milliseconds > SLOW_FRAME).length;
	return {
		...{ name, cells, missing },
		firstPaint: middle(loads.map(({ firstPaint }) => firstPaint)),
		loaded: middle(loads.map(({ loaded }) => loaded)),
		frames: taken.length,
		slow: (100 * slow) / taken.length,
		longest: Math.max(...taken)
	};
}

/** In the page. */
function timesOfLoad() {
	const [paint] = performance.getEntriesByName('first-contentful-paint');
	const [navigation] = performance.getEntriesByType('navigation');
	return {
		firstPaint: paint?.startTime ?? NaN,
		loaded: (navigation as PerformanceNavigationTiming).loadEventEnd
	};
}

/**
 * Milliseconds of each frame while a wheel goes from the top of the page to its end and back, over the matrix: what
 * scrolls within the page is gone through, too.
 */
async function framesOfScrolling(page: Page): Promise<number[]> {
	await page.mouse.move(640, 450);
	await page.evaluate(() => {
		const frames: number[] = [];
		let last = performance.now();
		const count = (now: number) => {
			frames.push(now - last);
			last = now;
			requestAnimationFrame(count);
		};
		requestAnimationFrame(count);
		Object.assign(window, { frames });
	});
	for (const way of [1, -1]) {
		let still = 0;
		for (let turn = 0; still < AT_REST && turn < MOST_TURNS; turn++) {
			const before = await page.evaluate(placeOf);
			await page.mouse.wheel(0, way * STEP);
			still = (await page.evaluate(placeOf)) === before ? still + 1 : 0;
		}
	}
	// The first frame is from before the wheel turned.
	return page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(1));
}

/** In the page: how far it is scrolled, and each of the matrices on it. */
function placeOf() {
	const within = [...document.querySelectorAll('.app-matrix-scroll')].map((one) => one.scrollTop);
	return [window.scrollY, ...within].join(' ');
}

function middle(all: readonly number[]): number {
	return all.toSorted((one, other) => one - other)[all.length >> 1]!;
}
