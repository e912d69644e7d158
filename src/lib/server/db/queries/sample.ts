import { notFound } from '#lib/domain/refusal.ts';
import { CODE_SHAPE, parseReference } from '#lib/domain/reference.ts';
import type { SampleOutcome } from '#lib/domain/sampling.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { statusChange } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { recommendation } from '../schema/recommendation.ts';
import { sampleDraw, sampleItem, sampleOutcome } from '../schema/sample.ts';
import { claimRiskColumns } from './claim-risk.ts';
import { findRecommendation } from './part.ts';

/** What claims are drawn from: a whole inspection, or one recommendation of it. */
export interface SampleScope {
	readonly inspectionId: number;
	readonly recommendationId: number | null;
}

/** @param from 'OIC' or 'OIC-7' @throws Refusal 'not-found' */
export async function findSampleScope(db: Queryable, from: string): Promise<SampleScope> {
	const parsed = parseReference(from);
	const code = parsed?.inspection ?? (CODE_SHAPE.test(from) ? from : null);
	if (code === null) throw notFound('inspection');
	const [found] = await db
		.select({ id: inspection.id })
		.from(inspection)
		.where(eq(inspection.code, code));
	if (!found) throw notFound('inspection');
	const about = parsed ? await findRecommendation(db, from) : null;
	return { inspectionId: found.id, recommendationId: about?.id ?? null };
}

/** The status change that made the claim which waits now. Needs `assignment` in the query. */
export const waitingClaimIdSql = sql<number>`(select max(c.id) from ${statusChange} c
	where c.assignment_id = ${assignment.id} and c.to_status = 'reported-complete')`;

/** The claims that wait for a decision, in the order in which they were made, with what makes each risky. */
export async function listWaitingClaims(db: Queryable, scope: SampleScope) {
	const rows = await db
		.select({ id: waitingClaimIdSql, ...claimRiskColumns })
		.from(assignment)
		// Also so that the query builder names the table before every column.
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.where(and(eq(assignment.status, 'reported-complete'), isInScope(scope)));
	return rows.sort((one, other) => one.id - other.id);
}

function isInScope({ inspectionId, recommendationId }: SampleScope) {
	return recommendationId === null
		? eq(assignment.inspectionId, inspectionId)
		: eq(assignment.recommendationId, recommendationId);
}

/** The outcome that counts of `sampleItem`: for a join. */
export const isLatestOutcome = sql`${sampleOutcome.id} = (select max(o.id) from ${sampleOutcome} o
	where o.item_id = ${sampleItem.id})`;

/** The latest outcomes of the items of `sampleDraw`, null where there is none, as JSON beside its row. */
export const outcomesSql = sql<(SampleOutcome | null)[]>`(select json_group_array(
	(select o.outcome from ${sampleOutcome} o where o.item_id = i.id order by o.id desc limit 1))
	from ${sampleItem} i where i.draw_id = ${sampleDraw.id})`.mapWith(
	(json: string) => JSON.parse(json) as (SampleOutcome | null)[]
);

/** Who made the claim of `statusChange`: not whoever brought it over from a body that ended. Needs `assignment`. */
export const claimantIdSql = sql<number | null>`case ${statusChange.verb} when 'report-complete'
	then ${statusChange.actorId} else ${assignment.claimedBy} end`;

/** One drawn claim, with what recording its outcome needs to know. @throws Refusal 'not-found' */
export async function findSampleItem(db: Queryable, key: string, position: number) {
	const [row] = await db
		.select({
			id: sampleItem.id,
			claimedBy: claimantIdSql,
			assignmentId: statusChange.assignmentId,
			outcomeId: sql<number>`coalesce((select max(o.id) from ${sampleOutcome} o
				where o.item_id = ${sampleItem.id}), 0)`
		})
		.from(sampleItem)
		.innerJoin(sampleDraw, eq(sampleDraw.id, sampleItem.drawId))
		.innerJoin(statusChange, eq(statusChange.id, sampleItem.claimId))
		.innerJoin(assignment, eq(assignment.id, statusChange.assignmentId))
		.where(and(eq(sampleDraw.key, key), eq(sampleItem.position, position)));
	if (!row) throw notFound('sample');
	return row;
}

/** Of which inspection and recommendation the draw was, for its address and its words. */
export const scopeColumns = {
	inspectionCode: inspection.code,
	inspectionTitle: inspection.title,
	number: recommendation.number,
	title: recommendation.title
};

/** What the form that draws offers: how many claims wait, by recommendation. */
export function countWaitingClaims(db: Queryable) {
	return db
		.select({
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			number: recommendation.number,
			title: recommendation.title,
			claims: sql<number>`count(*)`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(eq(assignment.status, 'reported-complete'))
		.groupBy(recommendation.id)
		.orderBy(asc(inspection.code), asc(recommendation.number));
}
