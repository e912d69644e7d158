import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { fontOf } from '#lib/charts/measures.ts';
import { textWidth } from '#lib/charts/text-width.ts';
import { registerChartFonts } from './chart-fonts.ts';

const words = [
	...Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)),
	'Grade organised crime groups by the threat they pose',
	'31 of 53',
	'Dŵr a thŷ, é à ü',
	'…'
];

test.each([false, true])(
	'the table of widths is that of the font drawn with (bold: %s)',
	(bold) => {
		registerChartFonts();
		const ctx = createCanvas(10, 10).getContext('2d');
		ctx.font = fontOf(16, bold);
		ctx.fontKerning = 'none';
		for (const text of words) {
			expect(Math.abs(ctx.measureText(text).width - textWidth(text, 16, bold)), text).toBeLessThan(
				0.5
			);
		}
	}
);
