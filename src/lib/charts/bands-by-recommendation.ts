import { formatNumber, plural } from '#lib/wording/counts.ts';
import { barConfig, barHeight } from './bar-config.ts';
import { emptyChart } from './empty-chart.ts';
import { layOutKey } from './key-layout.ts';
import { cleanText } from './label-text.ts';
import { linkTo, type ListAddress } from './list-address.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import type { BandLook } from './palette.ts';
import { layOutRows } from './row-layout.ts';
import type { ChartModel } from './types.ts';

/** Counts by recommendation, of what the filter of the page describes. */
export interface CountsByRecommendation<Word extends string> {
	readonly list: ListAddress;
	readonly rows: readonly {
		readonly reference: string;
		readonly number: number;
		readonly title: string;
		readonly counts: Readonly<Record<Word, number>>;
	}[];
}

export interface BandsByRecommendation<Word extends string> {
	readonly id: string;
	readonly title: (sums: Readonly<Record<Word, number>>, total: number) => string;
	readonly rule: string;
	/** In the order that they are drawn. */
	readonly bands: readonly {
		readonly word: Word;
		readonly label: string;
		readonly look: BandLook;
	}[];
	/** What the total of a row is called, and what is said where it is nought. */
	readonly totalled: string;
	readonly emptyNote: string;
	/** The filter that lists what a band counts, or what they all do. */
	readonly filterOf: (words: readonly Word[]) => ListAddress;
}

/** One bar for each recommendation, in the order given, of bands that add up to what is counted. */
export function bandsByRecommendation<Word extends string>(
	about: BandsByRecommendation<Word>,
	{ list, rows }: CountsByRecommendation<Word>,
	width: number
): ChartModel {
	const { id, bands, rule } = about;
	const words = bands.map(({ word }) => word);
	const columns = ['Recommendation', ...bands.map(({ label }) => label), about.totalled];
	const counts = rows.map((row) => words.map((word) => row.counts[word]));
	const totals = counts.map(sum);
	const sums = Object.fromEntries(
		words.map((word, index) => [word, sum(counts.map((row) => row[index] ?? 0))])
	) as Record<Word, number>;
	const total = sum(totals);
	const title = about.title(sums, total);
	if (total === 0) return { ...emptyChart(id, title, columns, width), rule };

	const bounded = boundWidth(width);
	const text = textSizeAt(bounded);
	const names = rows.map(({ reference, title }) => cleanText(`${reference} ${title}`));
	const chart = {
		rows: layOutRows(
			rows.map(({ reference, title }, index) => ({
				...{ reference, title },
				...(totals[index] === 0 ? { emptyNote: about.emptyNote } : {})
			})),
			bounded
		),
		names,
		series: bands.map(({ label }, index) => ({
			label,
			counts: counts.map((row) => row[index] ?? 0)
		})),
		bands: {
			looks: bands.map(({ look }) => look),
			lookBy: 'dataset',
			numbers: 'inside',
			text: { size: 14, lineHeight: 18 }
		},
		key: layOutKey(bands, bounded, text),
		width: bounded,
		axisTitle: 'Number of assignments'
	} as const;
	const parts = bands.map(
		({ word, label }) => `${label.toLowerCase()} ${formatNumber(sums[word])}`
	);
	return {
		id,
		title,
		rule,
		description:
			`Bar chart of ${plural(total, 'assignment')}, one bar for each of ` +
			`${plural(rows.length, 'recommendation')}. In all: ${parts.join(', ')}.`,
		config: barConfig(chart),
		table: {
			columns,
			rows: rows.map(({ number }, index) => {
				const link = (asked: readonly Word[]) =>
					linkTo(list, { ...about.filterOf(asked), recommendation: number });
				const cells = counts[index] ?? [];
				return {
					header: names[index] ?? '',
					cells: [...cells, sum(cells)],
					links: [...words.map((word) => link([word])), link(words)]
				};
			})
		},
		width: bounded,
		height: barHeight(chart)
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
