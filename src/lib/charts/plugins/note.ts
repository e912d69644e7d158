import type { Plugin } from 'chart.js';
import { QUIET_COLOUR } from '../measures.ts';
import { optionsOf } from './options.ts';
import { write } from './write.ts';

/** A sentence in the middle of a picture that has nothing to show: an empty frame looks like a fault. */
export const note: Plugin = {
	id: 'note',
	afterDraw(chart) {
		const options = optionsOf(chart, 'note');
		if (!options) return;
		const { ctx, width, height } = chart;
		const { size } = options.text;
		write(ctx, options.note, width / 2, height / 2, {
			size,
			colour: QUIET_COLOUR,
			align: 'centre'
		});
	}
};
