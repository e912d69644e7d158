import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { handover } from '../schema/requests.ts';
import { postHolder } from '../schema/post.ts';
import { predecessor } from './aliases.ts';

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
