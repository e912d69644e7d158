import type { Actor } from '#lib/domain/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';
import { post, postHolder } from '../schema/post.ts';
import { handover } from '../schema/requests.ts';
import { predecessor } from './aliases.ts';
import { visibleTo } from './visibility.ts';

/**
 * A handover is open while its new holder holds the post and has not accepted: one that was overtaken by
 * another change of holder stays in the record and can no longer be accepted.
 */
export const isOpenHandover = () => and(isNull(handover.acceptedAt), isNull(postHolder.toDay));

/** Handovers with whom they are from and to; add `where`. */
export function selectHandovers(db: Queryable) {
	return db
		.select({
			id: handover.id,
			postId: handover.postId,
			at: handover.at,
			openedBy: handover.openedBy,
			reason: handover.reason,
			acceptedAt: handover.acceptedAt,
			note: handover.note,
			from: predecessor.name,
			toHolderId: handover.toHolderId,
			to: postHolder.name,
			toPersonId: postHolder.personId,
			toDay: postHolder.toDay
		})
		.from(handover)
		.innerJoin(postHolder, eq(postHolder.id, handover.toHolderId))
		.leftJoin(predecessor, eq(predecessor.id, handover.fromHolderId))
		.$dynamic();
}

/** The handover of the post that waits to be accepted. */
export async function findOpenHandover(db: Queryable, postId: number) {
	const [row] = await selectHandovers(db).where(and(eq(handover.postId, postId), isOpenHandover()));
	return row;
}

/** What the actor has taken over and not accepted yet, the oldest first. */
export function openHandoversOf(db: Queryable, actor: Actor) {
	return db
		.select({
			post: post.id,
			title: post.title,
			organisationCode: organisation.code,
			organisationName: organisation.name
		})
		.from(postHolder)
		.innerJoin(handover, eq(handover.toHolderId, postHolder.id))
		.innerJoin(post, eq(post.id, postHolder.postId))
		.innerJoin(organisation, eq(organisation.id, post.organisationId))
		.where(
			and(
				eq(postHolder.personId, actor.personId),
				isOpenHandover(),
				visibleTo(actor, post.organisationId)
			)
		)
		.orderBy(asc(handover.id));
}
