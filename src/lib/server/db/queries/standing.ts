import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { CLAIM_AGES } from '#lib/domain/claim-age.ts';
import type { DaySpan } from '#lib/domain/day-span.ts';
import { DUE_SPANS, OVERDUE_SPANS } from '#lib/domain/due-span.ts';
import { CLAIMED_OR_CONFIRMED, EVIDENCE_MIX } from '#lib/domain/evidence-mix.ts';
import { FIRST_DECISIONS } from '#lib/domain/first-decision.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { STANDING_WORDS, type StandingField, type StandingWord } from '#lib/domain/standing.ts';
import { and, inArray, or, sql, type SQL } from 'drizzle-orm';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { statusChange } from '../schema/history.ts';
import { isInQuarantineSql } from './file-scan.ts';
import { isOpenSql } from './timeliness.ts';

// SQL twins of `due-span`, `claim-age`, `evidence-mix` and `first-decision` in the domain; a test holds them
// together. `assignment` is all that has to be there.

/** What of `Standing` depends on the day: whole conditions, the right status included. */
export function spanConditions(today: PlainDate) {
	const { status, currentDueOn, originalDueOn, claimedOn } = assignment;
	const firstDueOn = sql`coalesce(min(${originalDueOn}, ${currentDueOn}), ${originalDueOn}, ${currentDueOn})`;
	return {
		overdueFor: mapped(OVERDUE_SPANS, (span) => isDue(sql`${currentDueOn}`, today, before(span))),
		originallyOverdueFor: mapped(OVERDUE_SPANS, (span) => isDue(firstDueOn, today, before(span))),
		dueWithin: {
			...mapped(DUE_SPANS, (span) => isDue(sql`${currentDueOn}`, today, span)),
			'no-date': sql`(${isOpenSql} and ${currentDueOn} is null)`
		},
		claimedFor: mapped(
			CLAIM_AGES,
			([from, to]) => sql`(${status} = 'reported-complete'
				and ${claimedOn} between ${to === null ? '' : addDays(today, -to)} and ${addDays(today, -from)})`
		)
	};
}

/** The place in EVIDENCE_MIX of the strongest evidence; null where nothing is claimed or confirmed. */
export const evidenceRankSql = sql<number | null>`case
	when ${inArray(assignment.status, [...CLAIMED_OR_CONFIRMED])} then coalesce((
		select min(case e.kind when 'file' then 0 when 'sighting' then 1 else 2 end)
		from ${evidence} e where e.assignment_id = ${assignment.id}
			and e.withdrawn_at is null and not ${isInQuarantineSql}), 3) end`;

export const firstDecisionSql = sql<StandingWord<'firstDecision'> | null>`(
	select s.to_status from ${statusChange} s where s.assignment_id = ${assignment.id}
		and s.to_status in (${sql.raw(FIRST_DECISIONS.map((word) => `'${word}'`).join(', '))})
	order by s.on_day, s.id limit 1)`;

/** The fields of the filter that `Standing` counts by; acceptance is a column of its own. */
export function standsAs(filter: AssignmentFilter, today: PlainDate): SQL | undefined {
	const asked = (Object.keys(STANDING_WORDS) as StandingField[]).filter(
		(field) => field !== 'acceptance' && filter[field].length > 0
	);
	if (asked.length === 0) return undefined;
	const spans: Partial<Record<string, Record<string, SQL>>> = spanConditions(today);
	return and(
		...asked.map((field) => {
			if (field === 'evidence') return isIn(evidenceRankSql, filter.evidence.map(rankOf));
			if (field === 'firstDecision') return isIn(firstDecisionSql, filter.firstDecision);
			return or(...filter[field].map((word) => spans[field]?.[word] ?? sql`0`));
		})
	);
}

function rankOf(word: StandingWord<'evidence'>): number {
	return EVIDENCE_MIX.indexOf(word);
}

function isIn(value: SQL, words: readonly (string | number)[]): SQL {
	return sql`${value} in ${[...words]}`;
}

/** So many days ago, as days to come. */
function before([from, to]: DaySpan): readonly [from: number | null, to: number] {
	return [to === null ? null : -to, -from];
}

/** Open, and due so many days after the day by which it is judged; null for no end. */
function isDue(
	dueOn: SQL,
	today: PlainDate,
	[from, to]: readonly [from: number | null, to: number | null]
): SQL {
	return sql`(${isOpenSql} and ${and(
		from === null ? undefined : sql`${dueOn} >= ${judgedDayAnd(from, today)}`,
		to === null ? undefined : sql`${dueOn} <= ${judgedDayAnd(to, today)}`
	)!})`;
}

/** Only of a claim has it to be worked out row by row. */
function judgedDayAnd(days: number, today: PlainDate): SQL {
	const { status, claimedOn } = assignment;
	return sql`case when ${status} = 'reported-complete' and ${claimedOn} is not null
		then date(${claimedOn}, ${`${days} days`}) else ${addDays(today, days)} end`;
}

function mapped<Name extends string>(
	spans: Readonly<Record<Name, DaySpan>>,
	condition: (span: DaySpan) => SQL
): Record<Name, SQL> {
	const names = Object.keys(spans) as Name[];
	return Object.fromEntries(names.map((name) => [name, condition(spans[name])])) as never;
}
