import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import { isGivenBack, isOpen, type Move } from '#lib/domain/status.ts';
import type { Queryable } from '../open.ts';
import { statusChange } from '../schema/history.ts';
import { reviewerChange } from '../schema/review.ts';
import type { FoundAssignment } from './assignment.ts';
import { changeAssignment } from './assignment-change.ts';
import { settleOwed } from './owed-update.ts';
import { planRecheck } from './recheck.ts';

/** What is said with a move: each only where something was. */
export interface Said {
	readonly statement?: string;
	readonly reason?: string;
	readonly basis?: DecisionBasis;
}

/**
 * Writes a move that was checked: its row of history and what stands now.
 * @returns the id of the status change
 */
export async function writeMove(
	tx: Queryable,
	actor: Actor,
	found: Pick<FoundAssignment, 'id' | 'status' | 'version' | 'reviewerId'>,
	move: Move,
	said: Said,
	moment: Moment
): Promise<number> {
	const [row] = await tx
		.insert(statusChange)
		.values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			verb: move.verb,
			fromStatus: found.status,
			toStatus: move.to,
			...said
		})
		.returning({ id: statusChange.id });
	if (!row) throw new Error('The move has no row');
	if (found.reviewerId !== null) {
		await tx.insert(reviewerChange).values({
			...{ assignmentId: found.id, at: moment.at, onDay: moment.today },
			...{ actorId: actor.personId, reviewerId: null }
		});
	}
	const recheckOn =
		move.to === 'confirmed' ? await planRecheck(tx, actor, found, row.id, moment) : null;
	const isClaim = move.to === 'reported-complete';
	await changeAssignment(tx, found, {
		status: move.to,
		statusOn: moment.today,
		claimedOn: isClaim ? moment.today : null,
		claimedBy: isClaim ? actor.personId : null,
		recheckOn,
		// Whoever had taken the claim for review has nothing more to decide.
		...(found.reviewerId === null ? {} : { reviewerId: null }),
		// A claim is a report: the organisation has spoken in this period.
		...(isClaim ? { lastReportedOn: moment.today } : {}),
		...(isGivenBack(found.status, move.to) ? { askedSince: moment.today } : {})
	});
	if (isClaim) await settleOwed(tx, found.id, 'reported', moment.today);
	if (!isOpen(move.to)) await settleOwed(tx, found.id, 'closed-meanwhile', moment.today);
	return row.id;
}
