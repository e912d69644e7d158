import type { Plugin } from 'chart.js';
import { GRID_COLOUR, QUIET_COLOUR, TEXT_COLOUR } from '../measures.ts';
import { optionsOf } from './options.ts';
import { write } from './write.ts';

/** Days along the foot of a chart whose axis counts days, so that no date adapter is needed. */
export const dayAxis: Plugin = {
	id: 'dayAxis',
	beforeDatasetsDraw(chart) {
		const options = optionsOf(chart, 'dayAxis');
		const scale = chart.scales['x'];
		if (!options || !scale) return;
		const { ctx } = chart;
		const { top, bottom } = chart.chartArea;
		const { size, lineHeight } = options.text;
		for (const { value, label } of options.ticks) {
			const x = scale.getPixelForValue(value);
			upright(ctx, x, bottom, bottom + 6, QUIET_COLOUR);
			const middle = bottom + 8 + lineHeight / 2;
			write(ctx, label, x, middle, { size, colour: QUIET_COLOUR, align: 'centre' });
		}
		write(ctx, options.countTitle, 0, lineHeight / 2, { size, colour: TEXT_COLOUR });
		if (!options.asAt) return;
		const x = scale.getPixelForValue(options.asAt.value);
		const foot = top - (options.rowsAbove ?? 0) - 4;
		upright(ctx, x, foot, bottom, GRID_COLOUR);
		const middle = foot - lineHeight / 2;
		write(ctx, options.asAt.label, x, middle, { size, colour: TEXT_COLOUR, align: 'centre' });
	}
};

function upright(
	ctx: CanvasRenderingContext2D,
	x: number,
	from: number,
	to: number,
	colour: string
): void {
	const sharp = Math.round(x) + 0.5;
	ctx.strokeStyle = colour;
	ctx.lineWidth = 1;
	ctx.beginPath();
	ctx.moveTo(sharp, from);
	ctx.lineTo(sharp, to);
	ctx.stroke();
}
