import { DUE_SOON_DAYS, type Timeliness } from '#lib/domain/timeliness.ts';
import type { Freshness, ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
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
	const soon = sql`date(${judgedOn}, ${`+${DUE_SOON_DAYS} days`})`;
	return sql`case
		when ${assignment.status} in (${CLOSED}) then null
		when ${assignment.currentDueOn} is null then 'no-date'
		when ${assignment.currentDueOn} < ${judgedOn} then 'overdue'
		when ${assignment.originalDueOn} < ${judgedOn} then 'rescheduled'
		when ${assignment.currentDueOn} <= ${soon} then 'due-soon'
		else 'later' end`;
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

function judgedOnSql(today: PlainDate): SQL {
	return sql`case when ${assignment.status} = 'reported-complete'
		then coalesce(${assignment.claimedOn}, ${today}) else ${today} end`;
}
