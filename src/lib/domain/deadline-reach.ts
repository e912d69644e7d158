import type { PlainDate } from './plain-date.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

/** What a deadline of a whole recommendation does to one of its assignments. */
export const DEADLINE_REACHES = ['first', 'follows', 'own', 'closed'] as const;
export type DeadlineReach = (typeof DEADLINE_REACHES)[number];

export interface DeadlineBearer {
	readonly status: AssignmentStatus;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	/** Whether its date came with the recommendation's, and was not changed since. */
	readonly isFollowing: boolean;
}

/**
 * An open assignment without a date gets its first; one that followed the recommendation goes on following, and
 * its date moves. A date of its own, and so every extension, stays; what is closed stays as it was closed.
 */
export function reachOf(bearer: DeadlineBearer): DeadlineReach {
	if (!isOpen(bearer.status)) return 'closed';
	if (bearer.isFollowing) return 'follows';
	return bearer.originalDueOn === null && bearer.currentDueOn === null ? 'first' : 'own';
}

/** Whether the date of one that follows would move, for which a reason is needed. */
export function isMoved(bearers: readonly DeadlineBearer[], lastDay: PlainDate | null): boolean {
	return bearers.some(
		(bearer) =>
			reachOf(bearer) === 'follows' &&
			bearer.originalDueOn !== null &&
			bearer.currentDueOn !== lastDay
	);
}
