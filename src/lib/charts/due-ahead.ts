import { DUE_SPAN_NAMES } from '#lib/domain/due-span.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { STANDING_WORDING } from '#lib/wording/standing.ts';
import { barsChart } from './bars.ts';
import { linkTo, type ListAddress } from './list-address.ts';
import { dueMessage, sumOf } from './standing-messages.ts';
import { DUE_LOOKS } from './palette.ts';
import type { ChartModel } from './types.ts';

export interface DueAheadInput {
	readonly list: ListAddress;
	readonly counts: Standing['dueWithin'];
}

/** When open assignments that are not overdue are due; those without a date stand apart at the end. */
export function dueAhead({ list, counts }: DueAheadInput, width: number): ChartModel {
	const words = STANDING_WORDING.dueWithin;
	const parts = DUE_SPAN_NAMES.map(
		(span) => `${words[span].toLowerCase()} ${formatNumber(counts[span])}`
	);
	return barsChart(
		{
			id: 'due-ahead',
			title: dueMessage(counts),
			rule:
				'Open assignments that are not overdue, by the current deadline, moved or not. ' +
				'One without a deadline is neither late nor on time.',
			description:
				`Bar chart of ${plural(sumOf(counts), 'open assignment')} by when they are due: ` +
				`${parts.join(', ')}.`,
			rowsAre: 'Due',
			counted: 'Number of open assignments',
			rows: DUE_SPAN_NAMES.map((span) => words[span]),
			series: [
				{
					label: 'Open assignments',
					look: DUE_SPAN_NAMES.map((span) => DUE_LOOKS[span]),
					counts: DUE_SPAN_NAMES.map((span) => counts[span]),
					links: DUE_SPAN_NAMES.map((span) => linkTo(list, { dueWithin: span }))
				}
			]
		},
		width
	);
}
