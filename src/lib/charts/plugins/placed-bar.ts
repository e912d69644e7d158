import type { BarElement, Chart } from 'chart.js';
import type { Box } from '../pattern.ts';

const GAP = 2;

/** A horizontal bar where Chart.js placed it, in CSS pixels. */
export interface PlacedBar {
	readonly count: number;
	/** Where it starts and ends; upright middle and thickness. */
	readonly base: number;
	readonly end: number;
	readonly middle: number;
	readonly thickness: number;
}

export function barAt(chart: Chart, dataset: number, row: number): PlacedBar | null {
	const element = chart.getDatasetMeta(dataset).data[row] as BarElement | undefined;
	const count = chart.data.datasets[dataset]?.data[row];
	if (!element || typeof count !== 'number') return null;
	const { x, y, base, height } = element.getProps(['x', 'y', 'base', 'height'], true);
	return x === null || y === null ? null : { count, base, end: x, middle: y, thickness: height };
}

/** On whole pixels, so that edges are sharp, with a gap to the neighbour that never eats a thin band. */
export function boxOf({ base, end, middle, thickness }: PlacedBar, gap = 0): Box {
	const x = Math.round(base);
	const across = Math.round(end) - x;
	const width = across - Math.min(GAP, across / 4);
	const height = thickness - gap;
	return { x, y: Math.round(middle - height / 2), width, height };
}
