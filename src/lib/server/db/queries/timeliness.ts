import { DUE_SOON_DAYS, type Timeliness } from '#lib/domain/timeliness.ts';
import type { Freshness, ReportingPeriod } from '#lib/domain/freshness.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { CLOSED_OTHERWISE } from '#lib/domain/status.ts';
import { sql, type SQL } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';

// SQL twins of the rules in `domain/timeliness.ts` and `domain/freshness.ts`; a test holds them together.

const CLOSED = sql.raw(
	['confirmed', ...CLOSED_OTHERWISE].map((status) => `'${status}'`).join(', ')
);

export const isOpenSql: SQL<boolean> = sql`${assignment.status} not in (${CLOSED})`;

/** `timelinessOf`: the word, or null for a closed assignment. */
export function timelinessSql(today: PlainDate): SQL<Timeliness | null> {
	const judgedOn = judgedOnSql(today);
	const soon = soonSql(today);
	return sql`case
		when ${assignment.status} in (${CLOSED}) then null
		when ${assignment.currentDueOn} is null then 'no-date'
		when ${assignment.currentDueOn} < ${judgedOn} then 'overdue'
		when ${assignment.originalDueOn} < ${judgedOn} then 'rescheduled'
		when ${assignment.currentDueOn} <= ${soon} then 'due-soon'
		else 'later' end`;
}

/**
 * `timelinessOf` as one condition a word, for an assignment that is open and has a date: what is none of
 * these is due later. Counting by them is four times as fast as grouping by the word.
 */
export function datedConditions(today: PlainDate) {
	const judgedOn = judgedOnSql(today);
	const soon = soonSql(today);
	const isInTime = sql`${assignment.currentDueOn} >= ${judgedOn}`;
	const wasInTime = sql`coalesce(${assignment.originalDueOn} >= ${judgedOn}, 1)`;
	return {
		overdue: sql`${assignment.currentDueOn} < ${judgedOn}`,
		rescheduled: sql`${isInTime} and ${assignment.originalDueOn} < ${judgedOn}`,
		'due-soon': sql`${isInTime} and ${wasInTime} and ${assignment.currentDueOn} <= ${soon}`,
		/** Not one of the words: `wouldBeOverdueWithoutExtensions`. */
		wouldBeOverdue: sql`${assignment.originalDueOn} < ${judgedOn} or ${assignment.currentDueOn} < ${judgedOn}`
	} satisfies Partial<Record<Timeliness | 'wouldBeOverdue', SQL>>;
}

/** `wouldBeOverdueWithoutExtensions`. */
export function wouldBeOverdueSql(today: PlainDate): SQL<boolean> {
	const judgedOn = judgedOnSql(today);
	return sql`(${isOpenSql} and (coalesce(${assignment.originalDueOn} < ${judgedOn}, 0)
		or coalesce(${assignment.currentDueOn} < ${judgedOn}, 0)))`;
}

/** `freshnessOf`, for the assignments of one inspection. `periods` opened by today, latest first. */
export function freshnessSql(
	periods: readonly ReportingPeriod[],
	today: PlainDate
): SQL<Freshness | null> {
	const [latest, previous] = periods;
	if (!latest) return sql`null`;
	const closed = latest.closesOn < today ? sql`1` : sql`0`;
	const heardBefore = previous
		? sql`(${assignment.allocatedOn} > ${previous.closesOn}
			or coalesce(${assignment.lastReportedOn} >= ${previous.opensOn}, 0))`
		: sql`1`;
	return sql`case
		when ${assignment.status} in (${CLOSED}) then null
		when ${assignment.allocatedOn} > ${latest.closesOn} then null
		when ${assignment.lastReportedOn} >= ${latest.opensOn} then 'reported'
		when ${closed} then 'not-reported'
		when ${heardBefore} then 'owed'
		else 'not-reported' end`;
}

/**
 * `freshnessOf` as conditions, for an open assignment: whether it was asked to report, and of those asked
 * which have and which still may; the others have not reported. Null while no period has opened.
 */
export function freshnessConditions(periods: readonly ReportingPeriod[], today: PlainDate) {
	const [latest, previous] = periods;
	if (!latest) return null;
	const isAsked = sql`${assignment.allocatedOn} <= ${latest.closesOn}`;
	const isHeard = sql`coalesce(${assignment.lastReportedOn} >= ${latest.opensOn}, 0)`;
	const wasHeard = previous
		? sql`(${assignment.allocatedOn} > ${previous.closesOn}
			or ${assignment.lastReportedOn} >= ${previous.opensOn})`
		: sql`1`;
	const isOver = latest.closesOn < today;
	return {
		isAsked,
		reported: sql`${isAsked} and ${isHeard}`,
		owed: isOver ? sql`0` : sql`${isAsked} and not ${isHeard} and ${wasHeard}`
	};
}

/** The last day that counts as due soon; only a claim needs it worked out row by row. */
function soonSql(today: PlainDate): SQL {
	return sql`case when ${assignment.status} = 'reported-complete'
		then date(coalesce(${assignment.claimedOn}, ${today}), ${`+${DUE_SOON_DAYS} days`})
		else ${addDays(today, DUE_SOON_DAYS)} end`;
}

function judgedOnSql(today: PlainDate): SQL {
	return sql`case when ${assignment.status} = 'reported-complete'
		then coalesce(${assignment.claimedOn}, ${today}) else ${today} end`;
}
