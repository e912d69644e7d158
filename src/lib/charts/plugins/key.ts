import type { Plugin } from 'chart.js';
import { TEXT_COLOUR } from '../measures.ts';
import { paintBand } from '../pattern.ts';
import { optionsOf } from './options.ts';
import { write } from './write.ts';

export const SWATCH = { width: 28, height: 16 } as const;
export const SWATCH_GAP = 8;

/** The key to the bands. Chart.js's own legend has no vector patterns. */
export const key: Plugin = {
	id: 'key',
	afterDraw(chart) {
		const options = optionsOf(chart, 'key');
		if (!options) return;
		const { size } = options.text;
		for (const { x, y, label, look } of options.items) {
			paintBand(chart.ctx, look, { x, y: y - SWATCH.height / 2, ...SWATCH });
			write(chart.ctx, label, x + SWATCH.width + SWATCH_GAP, y, { size, colour: TEXT_COLOUR });
		}
	}
};
