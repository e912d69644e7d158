import { OVERDUE_SPAN_NAMES } from '#lib/domain/due-span.ts';
import type { Standing } from '#lib/domain/standing.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { STANDING_WORDING } from '#lib/wording/standing.ts';
import { barsChart } from './bars.ts';
import { linkTo, type ListAddress } from './list-address.ts';
import { overdueMessage, sumOf } from './standing-messages.ts';
import { OVERDUE_LOOKS } from './palette.ts';
import type { ChartModel } from './types.ts';

export type OverdueAgeingInput = Pick<Standing, 'overdueFor' | 'originallyOverdueFor'> & {
	readonly list: ListAddress;
};

/** How long open assignments are overdue, and would be had no deadline been moved: two bars a span. */
export function overdueAgeing(
	{ list, overdueFor, originallyOverdueFor }: OverdueAgeingInput,
	width: number
): ChartModel {
	const words = STANDING_WORDING.overdueFor;
	const said = OVERDUE_SPAN_NAMES.map(
		(span) =>
			`${words[span].toLowerCase()} ${formatNumber(overdueFor[span])}, without extensions ` +
			formatNumber(originallyOverdueFor[span])
	);
	const series = [
		['Overdue', 'overdueFor', overdueFor, OVERDUE_LOOKS.now],
		['Without extensions', 'originallyOverdueFor', originallyOverdueFor, OVERDUE_LOOKS.unmoved]
	] as const;
	return barsChart(
		{
			id: 'overdue-ageing',
			title: overdueMessage(overdueFor, originallyOverdueFor),
			rule:
				'Days past the current deadline. Without extensions: days past the deadline that each would ' +
				'have had, had it not been moved. A claim is judged by the day it was made.',
			description:
				`Bar chart of ${plural(sumOf(overdueFor), 'overdue assignment')} by how long: ` +
				`${said.join('; ')}.`,
			rowsAre: 'Overdue for',
			counted: 'Number of open assignments',
			rows: OVERDUE_SPAN_NAMES.map((span) => words[span]),
			series: series.map(([label, field, counts, look]) => ({
				...{ label, look },
				counts: OVERDUE_SPAN_NAMES.map((span) => counts[span]),
				links: OVERDUE_SPAN_NAMES.map((span) => linkTo(list, { [field]: span }))
			}))
		},
		width
	);
}
