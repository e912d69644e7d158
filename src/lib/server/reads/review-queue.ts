import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { daysBetween } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { asc, count, eq, min, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { PAGE_SIZE } from './assignment-list.ts';

/**
 * Claims that wait for a decision, of every inspection, oldest first: the inspectorate's own backlog.
 * @throws Refusal 'not-allowed'
 */
export async function readReviewQueue(context: Context, actor: Actor, page: number) {
	mustBeAbleTo(actor, 'read-review-queue');
	const { claims, oldest, ...place } = await readClaims(context.db.read, page);
	const { today } = momentOf(context.clock);
	return {
		...place,
		oldestDays: oldest ? daysBetween(oldest, today) : null,
		claims: claims.map(({ inspectionCode, number, claimedBy, ...row }) => ({
			...row,
			reference: recommendationReference(inspectionCode, number),
			days: row.claimedOn ? daysBetween(row.claimedOn, today) : 0,
			isOwnClaim: claimedBy === actor.personId
		}))
	};
}

const readClaims = remember(async (db: Queryable, page: number) => {
	const waiting = eq(assignment.status, 'reported-complete');
	const [backlog] = await db
		.select({ total: count(), oldest: min(assignment.claimedOn) })
		.from(assignment)
		.where(waiting);
	const total = backlog?.total ?? 0;
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const shown = Math.min(page, pages);
	const rows = await db
		.select({
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			claimedOn: assignment.claimedOn,
			claimedBy: assignment.claimedBy,
			claimant: person.name,
			evidence: sql<number>`(select count(*) from ${evidence}
				where ${evidence.assignmentId} = ${assignment.id} and ${evidence.withdrawnAt} is null)`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(person, eq(person.id, assignment.claimedBy))
		.where(waiting)
		.orderBy(asc(assignment.claimedOn), asc(assignment.id))
		.limit(PAGE_SIZE)
		.offset((shown - 1) * PAGE_SIZE);
	return { total, page: shown, pages, oldest: backlog?.oldest ?? null, claims: rows };
});
