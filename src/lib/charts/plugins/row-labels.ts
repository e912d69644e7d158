import type { Plugin } from 'chart.js';
import { QUIET_COLOUR, TEXT_COLOUR } from '../measures.ts';
import { optionsOf } from './options.ts';
import { barAt } from './placed-bar.ts';
import { write } from './write.ts';

/** Space between a label above a bar and the bar. */
export const LABEL_GAP = 5;

const NOTE_SPACE = 6;

/** Names each bar, at the left edge of the picture: beside the bar, or above it where there is no room. */
export const rowLabels: Plugin = {
	id: 'rowLabels',
	beforeDatasetsDraw(chart) {
		const options = optionsOf(chart, 'rowLabels');
		if (!options) return;
		const { ctx } = chart;
		const { size, lineHeight } = options.text;
		const isAbove = options.placement === 'above';
		const lettering = { size, colour: TEXT_COLOUR, plate: isAbove };
		for (const [index, row] of options.rows.entries()) {
			const bar = barAt(chart, 0, index);
			if (!bar) continue;
			const { middle, thickness, base } = bar;
			const block = row.lines.length * lineHeight;
			const top = isAbove ? middle - thickness / 2 - LABEL_GAP - block : middle - block / 2;
			if (row.reference !== '') {
				write(ctx, row.reference, 0, top + lineHeight / 2, { ...lettering, bold: true });
			}
			for (const [line, words] of row.lines.entries()) {
				write(ctx, words, options.indent, top + lineHeight * (line + 0.5), lettering);
			}
			if (row.emptyNote) {
				const quiet = { size, colour: QUIET_COLOUR, plate: true };
				write(ctx, row.emptyNote, base + NOTE_SPACE, middle, quiet);
			}
		}
	}
};
