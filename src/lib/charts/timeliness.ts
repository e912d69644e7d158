import { TIMELINESS, type Timeliness } from '#lib/domain/timeliness.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { TIMELINESS_LOOK } from '#lib/wording/timeliness.ts';
import { barConfig, barHeight } from './bar-config.ts';
import { emptyChart } from './empty-chart.ts';
import { boundWidth, textSizeAt } from './measures.ts';
import { timelinessMessage } from './messages.ts';
import { TIMELINESS_LOOKS } from './palette.ts';
import { layOutRows } from './row-layout.ts';
import { textWidth } from './text-width.ts';
import type { ChartModel } from './types.ts';

export interface TimelinessInput {
	/** Of open assignments. */
	readonly counts: Readonly<Record<Timeliness, number>>;
	/** Where the assignments of a group are listed. */
	readonly hrefs?: Readonly<Partial<Record<Timeliness, string>>>;
}

const ID = 'timeliness';

const COLUMNS = ['Timeliness', 'Open assignments'];

/** How many open assignments are late, soon due, or have no date: one bar each, most urgent first. */
export function timeliness({ counts, hrefs }: TimelinessInput, width: number): ChartModel {
	const title = timelinessMessage(counts);
	const open = TIMELINESS.reduce((total, group) => total + counts[group], 0);
	if (open === 0) return emptyChart(ID, title, COLUMNS, width);

	const bounded = boundWidth(width);
	const text = textSizeAt(bounded);
	const numbers = TIMELINESS.map((group) => counts[group]);
	const chart = {
		rows: layOutRows(
			TIMELINESS.map((group) => ({ reference: '', title: wordOf(group) })),
			bounded
		),
		names: TIMELINESS.map((group) => wordOf(group)),
		series: [{ label: 'Open assignments', counts: numbers }],
		bands: {
			looks: TIMELINESS.map((group) => TIMELINESS_LOOKS[group]),
			lookBy: 'bar',
			numbers: 'end',
			text
		},
		numberRoom: textWidth(formatNumber(Math.max(...numbers)), text.size, true),
		width: bounded,
		axisTitle: 'Number of open assignments'
	} as const;
	return {
		id: ID,
		title,
		description:
			`Bar chart of ${plural(open, 'open assignment')} by timeliness: ` +
			`${TIMELINESS.map((group) => `${wordOf(group).toLowerCase()} ${counts[group]}`).join(', ')}.`,
		config: barConfig(chart),
		table: {
			columns: COLUMNS,
			rows: TIMELINESS.map((group) => ({
				header: wordOf(group),
				...(hrefs?.[group] === undefined ? {} : { href: hrefs[group] }),
				cells: [counts[group]]
			}))
		},
		width: bounded,
		height: barHeight(chart)
	};
}

function wordOf(group: Timeliness): string {
	return TIMELINESS_LOOK[group].word;
}
