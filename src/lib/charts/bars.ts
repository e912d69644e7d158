import { formatNumber } from '#lib/wording/counts.ts';
import { barConfig, barHeight } from './bar-config.ts';
import { emptyChart } from './empty-chart.ts';
import { layOutKey } from './key-layout.ts';
import { cleanText } from './label-text.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import type { BandLook } from './palette.ts';
import { layOutRows } from './row-layout.ts';
import { textWidth } from './text-width.ts';
import type { ChartModel } from './types.ts';

export interface BarsSeries {
	readonly label: string;
	readonly counts: readonly number[];
	readonly links: readonly string[];
	/** One for all bars of the series, or one for each of a single series. */
	readonly look: BandLook | readonly BandLook[];
}

export interface Bars {
	readonly id: string;
	readonly title: string;
	readonly rule?: string;
	readonly description: string;
	/** What the rows are: the head of the table's first column. */
	readonly rowsAre: string;
	/** What is counted: the title of the axis. */
	readonly counted: string;
	readonly rows: readonly string[];
	/** Below each other in a row where there are two. */
	readonly series: readonly BarsSeries[];
	/** Rows that are drawn, where the table has more. */
	readonly drawn?: readonly number[];
}

/** Bars from nought, each with its number at its end. Empty where all are nought. */
export function barsChart(bars: Bars, width: number): ChartModel {
	const { id, title, rule, series } = bars;
	const columns = [bars.rowsAre, ...series.map(({ label }) => label)];
	const largest = Math.max(0, ...series.flatMap(({ counts }) => counts));
	const said = rule === undefined ? {} : { rule };
	if (largest === 0) return { ...emptyChart(id, title, columns, width), ...said };

	const bounded = boundWidth(width);
	const text = textSizeAt(bounded);
	const isGrouped = series.length > 1;
	const drawn = bars.drawn ?? [...bars.rows.keys()];
	const names = drawn.map((row) => cleanText(bars.rows[row] ?? ''));
	const looks = series.flatMap(({ look }) =>
		isOne(look) ? [look] : drawn.flatMap((row) => look[row] ?? [])
	);
	const chart = {
		rows: layOutRows(
			names.map((title) => ({ reference: '', title })),
			bounded,
			{ barsInRow: series.length }
		),
		names,
		series: series.map(({ label, counts }) => ({
			label,
			counts: drawn.map((row) => counts[row] ?? 0)
		})),
		bands: {
			looks,
			lookBy: series.every(({ look }) => isOne(look)) ? 'dataset' : 'bar',
			numbers: 'end',
			text,
			gap: isGrouped ? 2 : 0
		},
		isGrouped,
		...(isGrouped ? { key: layOutKey(keyOf(series), bounded, text) } : {}),
		numberRoom: textWidth(formatNumber(largest), text.size, true),
		width: bounded,
		axisTitle: bars.counted
	} as const;
	return {
		id,
		title,
		...said,
		description: bars.description,
		config: barConfig(chart),
		table: {
			columns,
			rows: bars.rows.map((header, row) => ({
				header: cleanText(header),
				cells: series.map(({ counts }) => counts[row] ?? 0),
				links: series.map(({ links }) => links[row])
			}))
		},
		width: bounded,
		height: barHeight(chart)
	};
}

function isOne(look: BarsSeries['look']): look is BandLook {
	return 'pattern' in look;
}

function keyOf(series: readonly BarsSeries[]) {
	return series.flatMap(({ label, look }) => (isOne(look) ? [{ label, look }] : []));
}
