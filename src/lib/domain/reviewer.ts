import { isBlank } from './narrative.ts';
import { Refusal } from './refusal.ts';
import type { AssignmentStatus } from './status.ts';

/** What is done when the reviewer of a claim changes. */
export type ReviewerStep = 'take-review' | 'hand-over-review' | 'put-back-review';

export interface ReviewerFacts {
	readonly actorId: number;
	readonly status: AssignmentStatus;
	readonly claimedBy: number | null;
	/** Who has it now; null for nobody. */
	readonly from: number | null;
	/** Who is to have it; null to put it back. */
	readonly to: number | null;
	readonly reason?: string | undefined;
}

/**
 * A claim that waits is taken, handed over or put back. Nobody reviews their own claim, and what a colleague
 * has taken is not taken away without a reason.
 * @throws Refusal 'no-claim-waits', 'reviewer-unchanged', 'claimant-cannot-review' or 'reason-needed'
 */
export function checkReviewer(facts: ReviewerFacts): ReviewerStep {
	const { actorId, from, to } = facts;
	if (facts.status !== 'reported-complete') throw new Refusal('no-claim-waits');
	if (from === to) throw new Refusal('reviewer-unchanged', { field: 'reviewer' });
	if (to !== null && to === facts.claimedBy) {
		throw new Refusal('claimant-cannot-review', { field: 'reviewer' });
	}
	if (from !== null && from !== actorId && isBlank(facts.reason)) {
		throw new Refusal('reason-needed', { field: 'reason' });
	}
	if (to === null) return 'put-back-review';
	return to === actorId ? 'take-review' : 'hand-over-review';
}
