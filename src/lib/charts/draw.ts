import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartConfiguration,
	type ChartItem
} from 'chart.js';
import { bands } from './plugins/bands.ts';
import { barEnds } from './plugins/bar-ends.ts';
import { dayAxis } from './plugins/day-axis.ts';
import { dumbbells } from './plugins/dumbbells.ts';
import { key } from './plugins/key.ts';
import { lineLabels } from './plugins/line-labels.ts';
import { note } from './plugins/note.ts';
import { panels } from './plugins/panels.ts';
import { rowLabels } from './plugins/row-labels.ts';
import { TOOLTIP } from './tooltip.ts';
import type { ChartModel } from './types.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
);

const PLUGINS = [dayAxis, rowLabels, bands, barEnds, key, lineLabels, dumbbells, panels, note];

/**
 * Draws at once, the same on Skia's canvas and on the browser's, whose width and height are the model's.
 * The configuration is copied first, because Chart.js writes into it.
 * @param scale pixels of the canvas for one of the model, where the screen does not say
 */
export function drawChart(canvas: ChartItem, model: ChartModel, scale?: number): Chart {
	const { type, data, options } = structuredClone(model.config) as ChartConfiguration;
	const plugins = { ...options?.plugins, tooltip: TOOLTIP };
	const pixels = scale === undefined ? {} : { devicePixelRatio: scale };
	return new Chart(canvas, {
		...{ type, data, plugins: PLUGINS },
		options: { ...options, ...pixels, plugins }
	});
}
