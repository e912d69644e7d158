import type { ConfirmationGap, ProgressDay } from '#lib/domain/burn-up.ts';
import { CLAIMED_OR_CONFIRMED } from '#lib/domain/evidence-mix.ts';
import { toEpochDay, type PlainDate } from '#lib/domain/plain-date.ts';
import { formatNumber } from '#lib/wording/counts.ts';
import { formatDay, formatDayShort } from '#lib/wording/dates.ts';
import { gapSentence } from '#lib/wording/burn-up.ts';
import { paths, withQuery, type QueryValue } from '#lib/wording/paths.ts';
import { emptyChart } from './empty-chart.ts';
import { lineConfig, type LineSeries } from './line-config.ts';
import { boundWidth, isSmall } from './measures.ts';
import { burnUpMessage } from './messages.ts';
import { LINE_LOOKS } from './palette.ts';
import type { ChartModel } from './types.ts';

export interface ClaimedAndConfirmedInput {
	/** Days rise. Days on which nothing changed may be given or not. */
	readonly days: readonly ProgressDay[];
	readonly gap: ConfirmationGap;
	/** The address of the page as parameters: numbers lead to lists that have these beside their own. */
	readonly place?: Place;
}

type Place = Readonly<Record<string, QueryValue>>;

const ID = 'claimed-and-confirmed';
const COLUMNS = ['Day', 'Due', 'Due at first', 'Claimed', 'Confirmed'];

/**
 * What has been claimed and confirmed over time, against the line of deadlines: as they stand, and thinner as they
 * were set first where any was moved. Claimed is reported complete or confirmed, so that what lies between the two
 * lines waits for confirmation.
 */
export function claimedAndConfirmed(
	{ days: all, gap, place }: ClaimedAndConfirmedInput,
	width: number
): ChartModel {
	const now = all.findLast(isPast);
	const days = all.filter((day, index) => {
		const isEnd = index === 0 || index === all.length - 1;
		return isEnd || day === now || isChanged(day, all[index - 1]);
	});
	const first = days[0];
	const last = days.at(-1);
	if (!first || !last || !now) return emptyChart(ID, 'No progress recorded yet', COLUMNS, width);

	const bounded = boundWidth(width);
	const isMoved = days.some(({ due, originallyDue }) => due !== originallyDue);
	const series: LineSeries[] = [
		...(isMoved
			? [
					{
						label: 'Due at first',
						look: LINE_LOOKS.originallyDue,
						points: pointsOf(days, 'originallyDue')
					}
				]
			: []),
		{ label: 'Due', look: LINE_LOOKS.due, points: pointsOf(days, 'due') },
		{ label: 'Claimed', look: LINE_LOOKS.claimed, points: pointsOf(days, 'claimed') },
		{ label: 'Confirmed', look: LINE_LOOKS.confirmed, points: pointsOf(days, 'confirmed') }
	];
	const [due, claimed, confirmed] = [now.due, now.claimed ?? 0, now.confirmed ?? 0];
	const asAt = formatDay(now.day);
	return {
		id: ID,
		title: burnUpMessage({ confirmed, due }, asAt),
		description:
			`Line chart from ${formatDay(first.day)} to ${formatDay(last.day)}. By ${asAt}, ` +
			`${formatNumber(due)} assignments were due, ${formatNumber(claimed)} had been claimed ` +
			`and ${formatNumber(confirmed)} confirmed. ${gapSentence(gap)} ` +
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
			rows: days.map((day) => ({
				header: formatDay(day.day),
				cells: [day.due, day.originallyDue, day.claimed, day.confirmed],
				...(place === undefined ? {} : { links: linksOf(day, now.day, place) })
			}))
		},
		width: bounded,
		height: isSmall(bounded) ? 320 : 400
	};
}

/** Due is told of how things stand, what was claimed of how they stood at the end of that day. */
function linksOf(row: ProgressDay, now: PlainDate, place: Place): (string | undefined)[] {
	const list = (count: number | null, filter: Place) =>
		count ? withQuery(paths.assignments(), { ...place, ...filter }) : undefined;
	const { day } = row;
	// Of the present day the address of the page says it; a period that had not opened yet asked for nothing.
	const then = day === now ? {} : { 'as-at': day };
	const isListed = [place['period'] ?? []].flat().every((opened) => String(opened) <= day);
	return [
		list(row.due, { dueBy: day }),
		list(row.originallyDue, { originallyDueBy: day }),
		list(isListed ? row.claimed : null, { status: [...CLAIMED_OR_CONFIRMED], ...then }),
		list(isListed ? row.confirmed : null, { status: 'confirmed', ...then })
	];
}

function isPast({ claimed, confirmed }: ProgressDay): boolean {
	return claimed !== null && confirmed !== null;
}

function isChanged(day: ProgressDay, before: ProgressDay | undefined): boolean {
	return (
		day.due !== before?.due ||
		day.originallyDue !== before.originallyDue ||
		day.claimed !== before.claimed ||
		day.confirmed !== before.confirmed
	);
}

function pointsOf(days: readonly ProgressDay[], name: Exclude<keyof ProgressDay, 'day'>) {
	return days.flatMap((day) => {
		const count = day[name];
		return count === null ? [] : [{ x: toEpochDay(day.day), y: count, label: formatDay(day.day) }];
	});
}
