// A page that is left open says when something it shows has changed. It never changes by itself: whoever reads
// asks for that. Only pages that are looked at listen, because a browser opens six connections to a service at
// most, and each page that listens keeps one.
import { changesNotice } from '#lib/wording/live.ts';

const AGAIN_MS = 60_000;

let live: HTMLElement | null = null;
let source: EventSource | null = null;
let told = 0;
let putOff = 0;
let again: ReturnType<typeof setTimeout> | undefined;

/** May be called again, where SvelteKit drew the frame of the page anew. */
export function start(): void {
	const place = document.querySelector<HTMLElement>('.app-live');
	if (!place || place === live || typeof EventSource !== 'function') return;
	live = place;
	const begin = () => {
		told = putOff = 0;
		show();
		listen();
	};
	// SvelteKit draws the next page into the same element.
	new MutationObserver(begin).observe(place, { attributeFilter: ['data-live', 'data-since'] });
	place.querySelector('[data-live-later]')?.addEventListener('click', () => {
		putOff = told;
		show();
	});
	place.querySelector('[data-live-show]')?.addEventListener('click', (event) => {
		event.preventDefault();
		location.reload();
	});
	begin();
}

document.addEventListener('visibilitychange', listen);
// A page that the browser kept comes back without its connection.
addEventListener('pageshow', ({ persisted }) => void (persisted && listen()));
addEventListener('pagehide', close);
start();

function listen(): void {
	close();
	const { live: page, since } = live?.dataset ?? {};
	if (!page || since === undefined || document.visibilityState !== 'visible') return;
	source = new EventSource(`/events?${new URLSearchParams({ page, since }).toString()}`);
	source.addEventListener('changes', ({ data }: MessageEvent<string>) => {
		told = Number(data);
		show();
	});
	source.addEventListener('error', () => {
		// It was refused: signed out, or too many listen. Asked again later, not at once.
		if (source?.readyState === EventSource.CLOSED) again = setTimeout(listen, AGAIN_MS);
	});
}

function close(): void {
	clearTimeout(again);
	source?.close();
	source = null;
}

function show(): void {
	if (!live) return;
	const card = live.querySelector<HTMLElement>('[data-live-card]');
	const text = live.querySelector('[data-live-text]');
	const said = live.querySelector('[data-live-said]');
	const link = live.querySelector<HTMLElement>('[data-live-show]');
	if (!card || !text || !said || !link) return;
	const isNews = told > putOff;
	const isTyping = hasTypedText();
	card.hidden = !isNews;
	link.hidden = isTyping;
	const notice = isNews ? changesNotice(told, Number(live.dataset['most'])) : '';
	text.textContent = notice && isTyping ? `${notice} What you are typing stays.` : notice;
	said.textContent = text.textContent;
	document.documentElement.classList.toggle('app-live-open', isNews);
}

/** Whether a form of the page holds something that a reload would lose. */
function hasTypedText(): boolean {
	const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
		'form[method="post"] :is(textarea, input:not([type="hidden"]))'
	);
	return [...fields].some((field) =>
		field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
			? field.checked !== field.defaultChecked
			: field.value !== field.defaultValue
	);
}
