import type { AssignmentStatus } from './status.ts';

/** What the inspectorate decided of the first claim that it decided. */
export const FIRST_DECISIONS = ['confirmed', 'returned'] as const;
export type FirstDecision = (typeof FIRST_DECISIONS)[number];

/**
 * Null where no claim was ever decided: one that was withdrawn, or taken out of the count, was not.
 * @param statuses that the assignment has come to, in their order
 */
export function firstDecisionOf(statuses: readonly AssignmentStatus[]): FirstDecision | null {
	return statuses.find(isDecision) ?? null;
}

/** A claim alone is confirmed or returned, so the status that was come to says it. */
function isDecision(status: AssignmentStatus): status is FirstDecision {
	return status === 'confirmed' || status === 'returned';
}
