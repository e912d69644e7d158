import type { Plugin } from 'chart.js';
import { PAPER_COLOUR, TEXT_COLOUR } from '../measures.ts';
import { optionsOf } from './options.ts';
import { barAt } from './placed-bar.ts';
import { write } from './write.ts';

const RADIUS = 7;
const SPACE = 14;

/** From where a day was to where it is: a hollow ring, a line, a filled diamond, told apart without colour. */
export const dumbbells: Plugin = {
	id: 'dumbbells',
	afterDatasetsDraw(chart) {
		const options = optionsOf(chart, 'dumbbells');
		const scale = chart.scales['x'];
		if (!options || !scale) return;
		const { ctx } = chart;
		const { size } = options.text;
		for (const { x, y, mark, label } of options.key) {
			(mark === 'from' ? ring : diamond)(ctx, x + RADIUS, y);
			write(ctx, label, x + RADIUS * 2 + 8, y, { size, colour: TEXT_COLOUR });
		}
		for (const [row, ends] of options.rows.entries()) {
			const place = barAt(chart, 0, row);
			if (!place || !ends) continue;
			const [from, to] = [scale.getPixelForValue(ends.from), scale.getPixelForValue(ends.to)];
			line(ctx, from, to, place.middle);
			if (from !== to) ring(ctx, from, place.middle);
			diamond(ctx, to, place.middle);
			const lettering = { size, colour: TEXT_COLOUR, halo: true };
			write(ctx, ends.words, Math.max(from, to) + SPACE, place.middle, lettering);
		}
	}
};

function line(ctx: CanvasRenderingContext2D, from: number, to: number, y: number): void {
	ctx.strokeStyle = TEXT_COLOUR;
	ctx.lineWidth = 3;
	ctx.beginPath();
	ctx.moveTo(from, y);
	ctx.lineTo(to, y);
	ctx.stroke();
}

function ring(ctx: CanvasRenderingContext2D, x: number, y: number): void {
	ctx.beginPath();
	ctx.arc(x, y, RADIUS - 1.5, 0, Math.PI * 2);
	ctx.fillStyle = PAPER_COLOUR;
	ctx.fill();
	ctx.strokeStyle = TEXT_COLOUR;
	ctx.lineWidth = 3;
	ctx.stroke();
}

function diamond(ctx: CanvasRenderingContext2D, x: number, y: number): void {
	ctx.beginPath();
	ctx.moveTo(x, y - RADIUS - 1);
	ctx.lineTo(x + RADIUS + 1, y);
	ctx.lineTo(x, y + RADIUS + 1);
	ctx.lineTo(x - RADIUS - 1, y);
	ctx.closePath();
	ctx.fillStyle = TEXT_COLOUR;
	ctx.fill();
}
