import type { Plugin } from 'chart.js';
import { formatNumber } from '#lib/wording/counts.ts';
import { GRID_COLOUR, QUIET_COLOUR, TEXT_COLOUR } from '../measures.ts';
import { paintBand, type Box } from '../pattern.ts';
import { barOf } from '../region-layout.ts';
import { textWidth } from '../text-width.ts';
import { numberInside, paintNumber } from './bands.ts';
import { optionsOf, type PanelsOptions } from './options.ts';
import { boxOf } from './placed-bar.ts';
import { write } from './write.ts';

const SCALE_TEXT = 14;
const NUMBERS = { numbers: 'inside', text: { size: SCALE_TEXT, lineHeight: 18 } } as const;

/** Small charts of one kind on one scale, each with its name and its sentence: Chart.js has no such thing. */
export const panels: Plugin = {
	id: 'panels',
	afterDraw(chart) {
		const options = optionsOf(chart, 'panels');
		if (!options) return;
		const { size, lineHeight } = options.text;
		for (const { x, nameY, name, lines, strip, counts } of options.panels) {
			write(chart.ctx, name, x, nameY, { size, colour: TEXT_COLOUR, bold: true });
			for (const [line, words] of lines.entries()) {
				write(chart.ctx, words, x, nameY + lineHeight * (line + 1), { size, colour: TEXT_COLOUR });
			}
			paintScale(chart.ctx, strip, options.scale);
			paintBar(chart.ctx, strip, counts, options);
		}
	}
};

function paintBar(
	ctx: CanvasRenderingContext2D,
	strip: Box,
	counts: readonly number[],
	{ looks, scale }: PanelsOptions
): void {
	let base = strip.x + 1;
	for (const [index, count] of counts.entries()) {
		const look = looks[index];
		if (!look || count <= 0) continue;
		const end = base + (count / scale) * (strip.width - 1);
		const box = boxOf({ count, base, end, ...barOf(strip) });
		paintBand(ctx, look, box);
		const number = numberInside(count, box.width, NUMBERS);
		if (number !== null) paintNumber(ctx, look, number, box, SCALE_TEXT);
		base = end;
	}
}

/** The same for each: from nought, a dark line, to the largest of them all. */
function paintScale(ctx: CanvasRenderingContext2D, strip: Box, scale: number): void {
	const { middle, thickness } = barOf(strip);
	const foot = Math.round(middle + thickness / 2) + 3.5;
	const [left, right] = [strip.x + 0.5, strip.x + strip.width - 0.5];
	ctx.lineWidth = 1;
	stroke(ctx, GRID_COLOUR, [left, foot, right, foot]);
	stroke(ctx, GRID_COLOUR, [right, strip.y, right, foot]);
	stroke(ctx, QUIET_COLOUR, [left, strip.y, left, foot]);
	const y = foot + 11;
	const most = formatNumber(scale);
	const lettering = { size: SCALE_TEXT, colour: QUIET_COLOUR };
	write(ctx, '0', strip.x, y, lettering);
	write(ctx, most, strip.x + strip.width - textWidth(most, SCALE_TEXT), y, lettering);
}

function stroke(
	ctx: CanvasRenderingContext2D,
	colour: string,
	[x, y, toX, toY]: readonly [number, number, number, number]
): void {
	ctx.strokeStyle = colour;
	ctx.beginPath();
	ctx.moveTo(x, y);
	ctx.lineTo(toX, toY);
	ctx.stroke();
}
