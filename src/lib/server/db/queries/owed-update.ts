import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { OwedOutcome } from '#lib/domain/reporting-rhythm.ts';
import { OPEN_STATUSES, WORKABLE, type AssignmentStatus } from '#lib/domain/status.ts';
import { and, asc, count, eq, exists, gte, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { reportingPeriod } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { owedUpdate } from '../schema/reporting.ts';

/** How many updates a period asked for, and what became of them. */
export interface OwedCounts {
	readonly owed: number;
	readonly reported: number;
	readonly notReported: number;
	readonly closedMeanwhile: number;
}

/** The columns of `OwedCounts`, over rows of `owed_update`; what is left is still open. */
export const OWED_COUNTS = {
	owed: sql<number>`count(${owedUpdate.assignmentId})`,
	reported: countOf('reported'),
	notReported: countOf('not-reported'),
	closedMeanwhile: countOf('closed-meanwhile')
};

function countOf(outcome: OwedOutcome): SQL<number> {
	return sql<number>`coalesce(sum(${owedUpdate.outcome} = ${sql.raw(`'${outcome}'`)}), 0)`;
}

/** `isAskedBy` and what is workable, in SQL: what a period that opens asks. */
export function isAskedSql(opensOn: PlainDate): SQL {
	return sql`${assignment.status} in (${listOf(WORKABLE)})
		and coalesce(${assignment.askedSince}, ${assignment.allocatedOn}) < ${opensOn}`;
}

/**
 * One row for each assignment that the period asks; one that has reported since the first day is settled
 * at once, so that a period can be opened some days late.
 * @returns how many updates are owed
 */
export async function writeOwed(
	tx: Queryable,
	periodId: number,
	inspectionId: number,
	{ opensOn }: ReportingPeriod
): Promise<number> {
	const { lastReportedOn } = assignment;
	const { changes } = await tx.run(sql`
		insert into ${owedUpdate} (period_id, assignment_id, outcome, outcome_on)
		select ${periodId}, ${assignment.id},
			iif(${lastReportedOn} >= ${opensOn}, 'reported', null),
			iif(${lastReportedOn} >= ${opensOn}, ${lastReportedOn}, null)
		from ${assignment}
		where ${assignment.inspectionId} = ${inspectionId} and ${isAskedSql(opensOn)}`);
	return changes;
}

/** Says what became of the update that the running period asks of an assignment, if it asks one still. */
export async function settleOwed(
	tx: Queryable,
	assignmentId: number,
	outcome: OwedOutcome,
	today: PlainDate
): Promise<void> {
	const isRunning = tx
		.select({ id: reportingPeriod.id })
		.from(reportingPeriod)
		.where(
			and(
				eq(reportingPeriod.id, owedUpdate.periodId),
				lte(reportingPeriod.opensOn, today),
				gte(reportingPeriod.closesOn, today)
			)
		);
	await tx
		.update(owedUpdate)
		.set({ outcome, outcomeOn: today })
		.where(
			and(eq(owedUpdate.assignmentId, assignmentId), isNull(owedUpdate.outcome), exists(isRunning))
		);
}

/**
 * Settles what is left when a period closes: not reported, unless the assignment was closed while it ran by
 * a way that left the row alone.
 */
export async function settleRest(
	tx: Queryable,
	periodId: number,
	{ closesOn }: ReportingPeriod,
	today: PlainDate
): Promise<void> {
	await tx.run(sql`
		update ${owedUpdate} set
			outcome = iif(exists (
				select 1 from ${assignment} a where a.id = assignment_id
				and a.status not in (${listOf(OPEN_STATUSES)}) and a.status_on <= ${closesOn}
			), 'closed-meanwhile', 'not-reported'),
			outcome_on = ${today}
		where period_id = ${periodId} and outcome is null`);
}

/** Every body that owes an update in the period still, with how many, by name. */
export function listOwing(db: Queryable, periodId: number) {
	return db
		.select({
			organisationId: organisation.id,
			code: organisation.code,
			organisation: organisation.name,
			owed: count()
		})
		.from(owedUpdate)
		.innerJoin(assignment, eq(assignment.id, owedUpdate.assignmentId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(owedUpdate.periodId, periodId), isNull(owedUpdate.outcome)))
		.groupBy(organisation.id)
		.orderBy(asc(organisation.name));
}

export async function countOwed(db: Queryable, periodId: number): Promise<OwedCounts> {
	const [counts] = await db
		.select(OWED_COUNTS)
		.from(owedUpdate)
		.where(eq(owedUpdate.periodId, periodId));
	if (!counts) throw new Error('A count has a row');
	return counts;
}

function listOf(statuses: readonly AssignmentStatus[]): SQL {
	return sql.raw(statuses.map((status) => `'${status}'`).join(', '));
}
