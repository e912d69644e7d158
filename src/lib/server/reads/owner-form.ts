import type { Actor } from '#lib/domain/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { post, postHolder } from '../db/schema/post.ts';

/** Enough to choose from; a title that is not among them can be typed all the same. */
const POSTS_OFFERED = 500;

/** The organisation's posts with who holds them, and which of them own and deliver the assignment. */
export async function readOwnerForm({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const posts = await db.read
		.select({ id: post.id, title: post.title, holder: postHolder.name })
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.where(eq(post.organisationId, found.organisationId))
		.orderBy(asc(post.title))
		.limit(POSTS_OFFERED);
	const byId = (wanted: number | null) => posts.find(({ id }) => id === wanted) ?? null;
	return { posts, owner: byId(found.ownerPostId), delivery: byId(found.deliveryPostId) };
}
