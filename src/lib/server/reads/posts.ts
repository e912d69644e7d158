import type { Actor } from '#lib/domain/actor.ts';
import { can } from '#lib/domain/policy.ts';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { assignment } from '../db/schema/assignment.ts';
import { person } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { handover } from '../db/schema/requests.ts';
import { readOrphans } from './orphans.ts';

/** More than any organisation has; the page says so where there are more. */
const POSTS_SHOWN = 500;

export type PostRow = Awaited<ReturnType<typeof readPosts>>['posts'][number];

/**
 * The posts of an organisation with who holds each, and how many assignments each owns and delivers; and what
 * nobody in it answers for.
 * @throws Refusal 'not-found' for an organisation that is not there or not the actor's to see
 */
export async function readPosts({ db }: Context, actor: Actor, code: string) {
	const body = await findOrganisation(db.read, actor, code);
	const posts = await db.read
		.select({
			id: post.id,
			title: post.title,
			holder: postHolder.name,
			since: postHolder.fromDay,
			isHolderGone: sql<boolean>`${isNotNull(person.deactivatedAt)}`.mapWith(Boolean),
			isHandoverOpen: sql<boolean>`${handover.id} is not null`.mapWith(Boolean),
			owns: sql<number>`(select count(*) from ${assignment} a where a.owner_post_id = ${post.id})`,
			delivers: sql<number>`(select count(*) from ${assignment} a
				where a.delivery_post_id = ${post.id})`
		})
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(person, eq(person.id, postHolder.personId))
		.leftJoin(handover, and(eq(handover.toHolderId, postHolder.id), isNull(handover.acceptedAt)))
		.where(eq(post.organisationId, body.id))
		.orderBy(asc(post.title))
		.limit(POSTS_SHOWN);
	const orphans = await readOrphans(db.read, body.id);
	return {
		body,
		posts,
		orphans,
		mayChange: can(actor, 'change-holder', { organisationId: body.id })
	};
}
