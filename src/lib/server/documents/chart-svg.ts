import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { ChartItem } from 'chart.js';
import { drawChart } from '#lib/charts/draw.ts';
import type { ChartModel } from '#lib/charts/types.ts';
import { registerChartFonts } from './chart-fonts.ts';
import { tidySvg } from './tidy-svg.ts';

export interface ChartSvgOptions {
	/** Every colour turned into the grey of the same lightness, for paper in black and white. */
	readonly greyscale?: boolean;
}

/**
 * The picture as a whole SVG document: no script, no style, no address but its name space, so that it can
 * stand in an `img`, in a page or on paper. Takes about 10 ms: the service has it drawn elsewhere (`pictures.ts`).
 */
export function renderChartSvg(model: ChartModel, options: ChartSvgOptions = {}): string {
	registerChartFonts();
	const canvas = createCanvas(model.width, model.height, SvgExportFlag.NoPrettyXML);
	const chart = drawChart(canvas as unknown as ChartItem, model);
	try {
		return tidySvg(canvas.getContent().toString('utf8'), model, options);
	} finally {
		chart.destroy();
	}
}
