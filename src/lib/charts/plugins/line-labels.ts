import type { Plugin } from 'chart.js';
import { spreadApart } from '../spread-apart.ts';
import { optionsOf } from './options.ts';
import { write } from './write.ts';

const LABEL_OFFSET = 10;

/** Names each line at its end, where the eye already is, in place of a key. */
export const lineLabels: Plugin = {
	id: 'lineLabels',
	afterDraw(chart) {
		const options = optionsOf(chart, 'lineLabels');
		if (!options) return;
		const { size, lineHeight } = options.text;
		const placed = options.labels.flatMap((label) => {
			const point = chart.getDatasetMeta(label.dataset).data[label.index];
			if (!point) return [];
			const { x, y } = point.getProps(['x', 'y'], true);
			return [{ ...label, x, middle: y, height: label.lines.length * lineHeight }];
		});
		const middles = spreadApart(placed, chart.chartArea.top, chart.chartArea.bottom);
		for (const [index, { lines, x, middle, height, colour }] of placed.entries()) {
			const top = (middles[index] ?? middle) - height / 2;
			for (const [line, words] of lines.entries()) {
				const y = top + lineHeight * (line + 0.5);
				write(chart.ctx, words, x + LABEL_OFFSET, y, { size, colour, bold: true, halo: true });
			}
		}
	}
};
