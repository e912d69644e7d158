import type { Chart, Plugin } from 'chart.js';
import { formatNumber } from '#lib/wording/counts.ts';
import { QUIET_COLOUR, TEXT_COLOUR } from '../measures.ts';
import { textWidth } from '../text-width.ts';
import { numberInside } from './bands.ts';
import { optionsOf, type BandsOptions } from './options.ts';
import { barAt, boxOf, type PlacedBar } from './placed-bar.ts';
import { write } from './write.ts';

const SPACE = 6;

/**
 * Writes after the end of a bar what no band had room for: the number of a bar of its own, or the small bands
 * of a stacked one by name ('1 returned'). Where that does not fit either, the table has it.
 */
export const barEnds: Plugin = {
	id: 'barEnds',
	afterDatasetsDraw(chart) {
		const options = optionsOf(chart, 'bands');
		if (!options) return;
		const { size } = options.text;
		for (const row of chart.data.labels?.keys() ?? []) {
			const bars = barsOf(chart, row);
			const first = bars[0];
			if (!first) continue;
			if (options.numbers === 'end') {
				for (const { count, end, middle } of bars) {
					const colour = count > 0 ? TEXT_COLOUR : QUIET_COLOUR;
					write(chart.ctx, formatNumber(count), end + SPACE, middle, { size, colour, bold: true });
				}
			} else {
				const x = Math.max(...bars.map(({ end }) => end)) + SPACE;
				const words = smallBands(bars, options);
				if (words === '' || x + textWidth(words, size) > chart.width) continue;
				write(chart.ctx, words, x, first.middle, { size, colour: TEXT_COLOUR, plate: true });
			}
		}
	}
};

/** '1 returned, 1 not started': the bands that are too small for their number. */
function smallBands(bars: readonly NamedBar[], options: BandsOptions): string {
	return bars
		.filter(({ count }) => count > 0)
		.filter((bar) => numberInside(bar.count, boxOf(bar).width, options) === null)
		.map(({ count, name }) => `${formatNumber(count)} ${name.toLowerCase()}`)
		.join(', ');
}

type NamedBar = PlacedBar & { readonly name: string };

function barsOf(chart: Chart, row: number): NamedBar[] {
	return chart.data.datasets.flatMap(({ label }, dataset) => {
		const bar = barAt(chart, dataset, row);
		return bar ? [{ ...bar, name: label ?? '' }] : [];
	});
}
