import type { Chart } from 'chart.js';
import { drawChart } from './draw.ts';
import { chartModel, type ChartSource } from './registry.ts';

/**
 * Draws a chart as wide as its frame, and again whenever the frame's width changes. Answers with what
 * takes it away. Load this file with `import()`, after hydration: it brings Chart.js with it.
 */
export function drawInFrame(
	frame: HTMLElement,
	canvas: HTMLCanvasElement,
	source: ChartSource
): () => void {
	let chart: Chart | undefined;
	let width = 0;

	const draw = () => {
		if (frame.clientWidth === 0 || frame.clientWidth === width) return;
		width = frame.clientWidth;
		chart?.destroy();
		const model = chartModel(source, width);
		canvas.width = model.width;
		canvas.height = model.height;
		chart = drawChart(canvas, model);
	};
	// What appears under the pointer can be sent away without moving it (WCAG 2.2, 1.4.13).
	const dismiss = ({ key }: KeyboardEvent) => {
		if (key !== 'Escape' || !chart) return;
		chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
		chart.update();
	};

	draw();
	const observer = new ResizeObserver(draw);
	observer.observe(frame);
	window.addEventListener('keydown', dismiss);
	return () => {
		observer.disconnect();
		window.removeEventListener('keydown', dismiss);
		chart?.destroy();
	};
}
