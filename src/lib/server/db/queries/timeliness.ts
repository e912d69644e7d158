import { DUE_SOON_DAYS, type Timeliness } from '#lib/domain/timeliness.ts';
import type { Freshness, ReportingPeriod } from '#lib/domain/freshness.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { CLOSED_OTHERWISE, WORKABLE } from '#lib/domain/status.ts';
import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';

// SQL twins of the rules in `domain/timeliness.ts` and `domain/freshness.ts`; tests hold them together. One
// condition a word, because counting by conditions is four times as fast as grouping by a word.

/** The statuses of what is done, as a list. */
export const CLOSED = sql.raw(
	['confirmed', ...CLOSED_OTHERWISE].map((status) => `'${status}'`).join(', ')
);

export const isOpenSql: SQL<boolean> = sql`${assignment.status} not in (${CLOSED})`;

/** In the denominator: open or confirmed. */
export const isApplicableSql: SQL<boolean> = sql`${assignment.status} not in (${sql.raw(
	CLOSED_OTHERWISE.map((status) => `'${status}'`).join(', ')
)})`;

const JUDGING_DAYS = ['today', 'dueSoon', 'opensOn', 'closesOn', 'previousOpensOn'] as const;
type JudgingDay = (typeof JUDGING_DAYS)[number];

/** The days that assignments are judged by: known, or filled in when the query is run. */
export type JudgingDays = Readonly<Record<JudgingDay, string | Placeholder>>;

/** @param periods those of one inspection that opened by today, latest first; two are enough */
export function judgingDays(
	periods: readonly ReportingPeriod[],
	today: PlainDate
): Readonly<Record<JudgingDay, string>> {
	const [latest, previous] = periods;
	// '' is before every day: without a period nothing was asked for, without one before nothing was missed.
	return {
		today,
		dueSoon: addDays(today, DUE_SOON_DAYS),
		opensOn: latest?.opensOn ?? '',
		closesOn: latest?.closesOn ?? '',
		previousOpensOn: previous?.opensOn ?? ''
	};
}

/** For a prepared query, which is run with the values of `judgingDays`. */
export const DAYS_TO_COME = Object.fromEntries(
	JUDGING_DAYS.map((name) => [name, sql.placeholder(name)])
) as Readonly<Record<JudgingDay, Placeholder>>;

/**
 * `timelinessOf` of an open assignment, and beside its words `wouldBeOverdueWithoutExtensions`. A closed
 * one has none of them: ask for `isOpenSql` as well.
 */
export function timelinessConditions({
	today,
	dueSoon
}: JudgingDays): Record<Timeliness | 'would-be-overdue', SQL> {
	const { status, claimedOn, currentDueOn, originalDueOn } = assignment;
	const judgedOn = sql`case when ${status} = 'reported-complete'
		then coalesce(${claimedOn}, ${today}) else ${today} end`;
	// Only of a claim has it to be worked out row by row.
	const soon = sql`case when ${status} = 'reported-complete' and ${claimedOn} is not null
		then date(${claimedOn}, ${`+${DUE_SOON_DAYS} days`}) else ${dueSoon} end`;
	const isInTime = sql`${currentDueOn} >= ${judgedOn}`;
	const wasInTime = sql`coalesce(${originalDueOn} >= ${judgedOn}, 1)`;
	return {
		overdue: sql`${currentDueOn} < ${judgedOn}`,
		rescheduled: sql`(${isInTime} and ${originalDueOn} < ${judgedOn})`,
		'due-soon': sql`(${isInTime} and ${wasInTime} and ${currentDueOn} <= ${soon})`,
		later: sql`(${isInTime} and ${wasInTime} and ${currentDueOn} > ${soon})`,
		'no-date': sql`${currentDueOn} is null`,
		'would-be-overdue': sql`(${originalDueOn} < ${judgedOn} or ${currentDueOn} < ${judgedOn})`
	};
}

/** `freshnessOf`: what owes no update has none of them, and that is so of all that is closed. */
export function freshnessConditions(days: JudgingDays): Record<Freshness, SQL> {
	const { allocatedOn, askedSince, lastReportedOn, status } = assignment;
	// '' stands for no period at all.
	const isWorkable = sql`(${status} in (${WORKABLE_LIST}) and ${days.opensOn} <> '')`;
	const since = sql`coalesce(${askedSince}, ${allocatedOn})`;
	const isAsked = sql`${since} < ${days.opensOn}`;
	const isHeard = sql`coalesce(${lastReportedOn} >= ${days.opensOn}, 0)`;
	const isMissed = sql`(${days.closesOn} < ${days.today} or (${since} < ${days.previousOpensOn}
		and coalesce(${lastReportedOn} < ${days.previousOpensOn}, 1)))`;
	return {
		reported: sql`(${isWorkable} and ${isHeard})`,
		owed: sql`(${isWorkable} and ${isAsked} and not ${isHeard} and not ${isMissed})`,
		'not-reported': sql`(${isWorkable} and ${isAsked} and not ${isHeard} and ${isMissed})`
	};
}

const WORKABLE_LIST = sql.raw(WORKABLE.map((status) => `'${status}'`).join(', '));
