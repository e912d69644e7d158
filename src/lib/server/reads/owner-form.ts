import type { Actor } from '#lib/domain/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { post, postHolder } from '../db/schema/post.ts';

/** The organisation's posts with who holds them, and which of them answers for the assignment. */
export async function readOwnerForm({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const posts = await db.read
		.select({ id: post.id, title: post.title, holder: postHolder.name })
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.where(eq(post.organisationId, found.organisationId))
		.orderBy(asc(post.title))
		.limit(200);
	return { posts, owner: posts.find(({ id }) => id === found.ownerPostId) ?? null };
}
