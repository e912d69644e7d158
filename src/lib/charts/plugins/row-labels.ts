import type { Chart, Plugin } from 'chart.js';
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
			const place = rowAt(chart, index);
			if (!place) continue;
			const { top: barTop, bottom, base } = place;
			const middle = (barTop + bottom) / 2;
			const block = row.lines.length * lineHeight;
			const top = isAbove ? barTop - LABEL_GAP - block : middle - block / 2;
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

/** From the first bar of a row to the last: in a stacked row they are one. */
function rowAt(chart: Chart, row: number) {
	const bars = [...chart.data.datasets.keys()].flatMap(
		(dataset) => barAt(chart, dataset, row) ?? []
	);
	const [first] = bars;
	if (!first) return null;
	return {
		base: first.base,
		top: Math.min(...bars.map(({ middle, thickness }) => middle - thickness / 2)),
		bottom: Math.max(...bars.map(({ middle, thickness }) => middle + thickness / 2))
	};
}
