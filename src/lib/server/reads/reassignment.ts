import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findNamedPost, type PostName } from '../db/queries/post.ts';
import { isOfPost } from '../db/queries/promised-dates.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';

const MOST = 1000;

/**
 * What the post owns and delivers, and the other posts of its organisation that could take it.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see the post but not move anything
 */
export async function readReassignment({ db }: Context, actor: Actor, name: PostName) {
	const found = await findNamedPost(db.read, actor, name);
	mustBeAbleTo(actor, 'reassign-posts', found);
	return {
		post: found,
		posts: await otherPosts(db.read, found.organisationId, found.id),
		assignments: await assignmentsOf(db.read, found.id)
	};
}

const assignmentsOf = remember(async (db: Queryable, postId: number) => {
	const rows = await db
		.select({
			version: assignment.version,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			status: assignment.status,
			owns: sql<boolean>`${assignment.ownerPostId} is ${postId}`.mapWith(Boolean),
			delivers: sql<boolean>`${assignment.deliveryPostId} is ${postId}`.mapWith(Boolean)
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(isOfPost(postId))
		.orderBy(asc(inspection.code), asc(recommendation.number))
		.limit(MOST);
	return rows.map(({ inspectionCode, number, ...row }) => ({
		...row,
		reference: recommendationReference(inspectionCode, number)
	}));
});

const otherPosts = remember((db: Queryable, organisationId: number, postId: number) =>
	db
		.select({ id: post.id, title: post.title, holder: postHolder.name })
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.where(and(eq(post.organisationId, organisationId), ne(post.id, postId)))
		.orderBy(asc(post.title))
		.limit(MOST)
);
