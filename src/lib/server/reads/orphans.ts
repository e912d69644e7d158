import { orphanReason } from '#lib/domain/post.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { ORPHAN_SQL } from '../db/queries/orphans.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** As many as a page of a list has. */
const SHOWN = 50;

/**
 * The open assignments of one organisation that nobody answers for, the earliest deadline first, each with
 * why not. `total` counts all of them.
 */
export const readOrphans = remember(async (db: Queryable, organisationId: number) => {
	const rows = await db
		.select({
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			postId: assignment.ownerPostId,
			post: post.title,
			holder: postHolder.name,
			holderDeactivatedAt: person.deactivatedAt,
			total: sql<number>`count(*) over ()`
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(person, eq(person.id, postHolder.personId))
		.where(
			and(
				eq(assignment.organisationId, organisationId),
				isOpenSql,
				or(...Object.values(ORPHAN_SQL))
			)
		)
		.orderBy(
			sql`${assignment.currentDueOn} is null`,
			asc(assignment.currentDueOn),
			asc(assignment.id)
		)
		.limit(SHOWN);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map(({ inspectionCode, number, holder, holderDeactivatedAt, ...row }) => ({
			reference: recommendationReference(inspectionCode, number),
			title: row.title,
			originalDueOn: row.originalDueOn,
			currentDueOn: row.currentDueOn,
			deadlineMoves: row.deadlineMoves,
			postId: row.postId,
			post: row.post,
			reason: orphanReason({ postId: row.postId, holder, holderDeactivatedAt })
		}))
	};
});

/** The posts that a person holds, and the open assignments that nobody would answer for without them. */
export function postsHeldBy(db: Queryable, personId: number) {
	return db
		.select({
			title: post.title,
			organisation: organisation.name,
			assignments: db.$count(assignment, and(eq(assignment.ownerPostId, post.id), isOpenSql))
		})
		.from(postHolder)
		.innerJoin(post, eq(post.id, postHolder.postId))
		.innerJoin(organisation, eq(organisation.id, post.organisationId))
		.where(and(eq(postHolder.personId, personId), isNull(postHolder.toDay)))
		.orderBy(asc(post.title));
}
