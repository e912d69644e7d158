import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';
import { claimReview, countersignature } from '../schema/review.ts';
import { isOneOfThese } from './assignment-filter.ts';
import { claimRiskColumns } from './claim-risk.ts';
import { waitingClaimIdSql } from './sample.ts';

/** The last review of the claim that waits has no answer of a second inspector yet. */
const isReviewedSql = sql<number>`exists (select 1 from ${claimReview} r
	where r.claim_id = ${waitingClaimIdSql}
		and not exists (select 1 from ${countersignature} c where c.review_id = r.id)
		and not exists (select 1 from ${claimReview} later
			where later.claim_id = r.claim_id and later.id > r.id))`;

/**
 * The claims that wait, with what their risk is worked out from. One query.
 * @param only of these recommendations; of all where it is null
 */
export async function waitingClaims(db: Queryable, only: readonly number[] | null) {
	return await db
		.select({
			id: assignment.id,
			recommendationId: assignment.recommendationId,
			inspectionCode: inspection.code,
			number: recommendation.number,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			...claimRiskColumns,
			isReviewed: isReviewedSql.mapWith(Boolean),
			reviewerId: assignment.reviewerId
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(assignment.status, 'reported-complete'), isOneOfThese(only)));
}

/** What else a page of the queue shows of its claims, by the ids of their assignments. */
export const claimDetails = remember(async (db: Queryable, ids: readonly number[]) => {
	if (ids.length === 0) return new Map<number, never>();
	const rows = await db
		.select({
			id: assignment.id,
			title: recommendation.title,
			version: assignment.version,
			claimedBy: assignment.claimedBy,
			claimant: person.name,
			evidence: sql<number>`(select count(*) from ${evidence}
				where ${evidence.assignmentId} = ${assignment.id} and ${evidence.withdrawnAt} is null)`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.leftJoin(person, eq(person.id, assignment.claimedBy))
		.where(inArray(assignment.id, [...ids]));
	return new Map(rows.map((row) => [row.id, row]));
});
