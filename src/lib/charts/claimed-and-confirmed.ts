import { toEpochDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { emptyChart } from './empty-chart.ts';
import { lineConfig, type LineSeries } from './line-config.ts';
import { boundWidth, isSmall } from './measures.ts';
import { burnUpMessage } from './messages.ts';
import { LINE_LOOKS } from './palette.ts';
import type { ChartModel } from './types.ts';

/** Numbers of assignments up to and including a day. Days rise. */
export interface ProgressDay {
	readonly day: PlainDate;
	/** Reported complete, decided since or not. Null for days that have not come. */
	readonly claimed: number | null;
	/** Null for days that have not come. */
	readonly confirmed: number | null;
	/** With a deadline on or before the day. */
	readonly due: number;
}

const ID = 'claimed-and-confirmed';
const COLUMNS = ['Day', 'Due', 'Reported complete', 'Confirmed'];

/**
 * What has been claimed and confirmed over time, against the line of deadlines. Days on which nothing
 * changed may be given or not: a step line and its table lose nothing without them.
 */
export function claimedAndConfirmed(all: readonly ProgressDay[], width: number): ChartModel {
	const now = all.findLast(isPast);
	const days = all.filter((day, index) => {
		const isEnd = index === 0 || index === all.length - 1;
		return isEnd || day === now || isChanged(day, all[index - 1]);
	});
	const first = days[0];
	const last = days.at(-1);
	if (!first || !last || !now) return emptyChart(ID, 'No progress recorded yet', COLUMNS, width);

	const bounded = boundWidth(width);
	const series: LineSeries[] = [
		{ label: 'Due', look: LINE_LOOKS.due, points: pointsOf(days, 'due') },
		{ label: 'Reported complete', look: LINE_LOOKS.claimed, points: pointsOf(days, 'claimed') },
		{ label: 'Confirmed', look: LINE_LOOKS.confirmed, points: pointsOf(days, 'confirmed') }
	];
	const [due, claimed, confirmed] = [now.due, now.claimed ?? 0, now.confirmed ?? 0];
	const asAt = formatDay(now.day);
	return {
		id: ID,
		title: burnUpMessage({ confirmed, due }, asAt),
		description:
			`Line chart from ${formatDay(first.day)} to ${formatDay(last.day)}. By ${asAt}, ` +
			`${formatNumber(due)} assignments were due, ${formatNumber(claimed)} had been reported ` +
			`complete and ${formatNumber(confirmed)} confirmed. ` +
			`By the last day ${formatNumber(last.due)} are due.`,
		config: lineConfig({
			series,
			first: first.day,
			last: last.day,
			asAt: now === last ? null : { day: now.day, label: formatDayShort(now.day) },
			countTitle: 'Number of assignments',
			width: bounded
		}),
		table: {
			columns: COLUMNS,
			rows: days.map(({ day, due, claimed, confirmed }) => ({
				header: formatDay(day),
				cells: [due, claimed, confirmed]
			}))
		},
		width: bounded,
		height: isSmall(bounded) ? 320 : 400
	};
}

function isPast({ claimed, confirmed }: ProgressDay): boolean {
	return claimed !== null && confirmed !== null;
}

function isChanged(day: ProgressDay, before: ProgressDay | undefined): boolean {
	return (
		day.due !== before?.due || day.claimed !== before.claimed || day.confirmed !== before.confirmed
	);
}

function pointsOf(days: readonly ProgressDay[], name: 'due' | 'claimed' | 'confirmed') {
	return days.flatMap((day) => {
		const count = day[name];
		return count === null ? [] : [{ x: toEpochDay(day.day), y: count, label: formatDay(day.day) }];
	});
}
