import type { Plugin } from 'chart.js';
import { formatNumber } from '#lib/wording/counts.ts';
import type { BandLook } from '../palette.ts';
import { paintBand, type Box } from '../pattern.ts';
import { textWidth } from '../text-width.ts';
import { optionsOf, type BandsOptions } from './options.ts';
import { barAt, boxOf } from './placed-bar.ts';
import { write } from './write.ts';

const OUTLINE = 3;
const TIGHT = 2;
const PLATE = { padding: 3, height: 4 } as const;

/** Paints the bars in their looks, with their numbers, in place of Chart.js's flat rectangles. */
export const bands: Plugin = {
	id: 'bands',
	beforeDatasetDraw(chart, { index, meta }) {
		const options = optionsOf(chart, 'bands');
		if (!options) return;
		for (const row of meta.data.keys()) {
			const look = options.looks[options.lookBy === 'dataset' ? index : row];
			const bar = barAt(chart, index, row);
			if (!look || !bar || bar.count <= 0) continue;
			const box = boxOf(bar, options.gap);
			paintBand(chart.ctx, look, box);
			const number = numberInside(bar.count, box.width, options);
			if (number !== null) paintNumber(chart.ctx, look, number, box, options.text.size);
		}
		// Tells Chart.js that the dataset is drawn.
		return false;
	}
};

/** The number to write inside a band, or null where it does not fit or stands after the bar. */
export function numberInside(
	count: number,
	width: number,
	{ numbers, text }: Pick<BandsOptions, 'numbers' | 'text'>
): string | null {
	if (numbers !== 'inside' || count <= 0) return null;
	const number = formatNumber(count);
	return textWidth(number, text.size, true) + TIGHT + OUTLINE <= width ? number : null;
}

/** In the middle of its band, on a plate of the band's own colour where a pattern would run through it. */
export function paintNumber(
	ctx: CanvasRenderingContext2D,
	look: BandLook,
	number: string,
	box: Box,
	size: number
): void {
	const centre = box.x + box.width / 2;
	const middle = box.y + box.height / 2;
	if (look.pattern !== 'solid' && look.pattern !== 'empty') {
		const wished = textWidth(number, size, true) + PLATE.padding * 2;
		const width = Math.min(wished, box.width - OUTLINE);
		const height = size + PLATE.height;
		ctx.fillStyle = look.fill;
		ctx.fillRect(centre - width / 2, middle - height / 2, width, height);
	}
	write(ctx, number, centre, middle, { size, colour: look.number, bold: true, align: 'centre' });
}
