// Turns the server's pictures of charts into charts that answer to the pointer. Chart.js comes with the first
// picture that is near the window; until then, without script and on paper, the pictures stand.
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
	for (const frame of document.querySelectorAll('[data-chart]')) near.observe(frame);
}

start();

async function draw(frame: HTMLElement): Promise<void> {
	const canvas = frame.querySelector('canvas');
	if (!canvas || frame.dataset['drawn']) return;
	frame.dataset['drawn'] = 'yes';
	const { drawInFrame } = await import('#lib/charts/in-browser.ts');
	drawInFrame(frame, canvas, JSON.parse(frame.dataset['chart'] ?? '') as ChartSource);
	frame.classList.add('app-chart__frame--live');
}
