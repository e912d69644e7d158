// Turns the server's pictures of charts into charts that answer to the pointer. Chart.js and the data of a chart come
// when its picture is near the window; until then, without script and on paper, the pictures stand.
import type { ChartSource } from '#lib/charts/registry.ts';

const near = new IntersectionObserver(
	(entries) => {
		for (const { isIntersecting, target } of entries) {
			if (!isIntersecting) continue;
			near.unobserve(target);
			void draw(target as HTMLElement);
		}
	},
	{ rootMargin: '200px' }
);

export function start(): void {
	for (const frame of document.querySelectorAll('[data-chart], [data-chart-from]'))
		near.observe(frame);
}

start();

async function draw(frame: HTMLElement): Promise<void> {
	const canvas = frame.querySelector('canvas');
	if (!canvas || frame.dataset['drawn']) return;
	frame.dataset['drawn'] = 'yes';
	const source = await sourceOf(frame.dataset);
	if (!source) return;
	const { drawInFrame } = await import('#lib/charts/in-browser.ts');
	drawInFrame(frame, canvas, source);
	frame.classList.add('app-chart__frame--live');
}

/**
 * The few data of a small chart stand on the page; those of others come from an address. Where they do not come, the
 * picture stays: a chart that answers to the pointer is a convenience.
 */
async function sourceOf({ chart, chartFrom }: DOMStringMap): Promise<ChartSource | undefined> {
	if (chart) return JSON.parse(chart) as ChartSource;
	if (!chartFrom) return undefined;
	try {
		const answer = await fetch(chartFrom);
		return answer.ok ? ((await answer.json()) as ChartSource) : undefined;
	} catch {
		return undefined;
	}
}
