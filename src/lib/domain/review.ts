import { isBlank } from './narrative.ts';
import { Refusal } from './refusal.ts';

/** How far a criterion is met, as the inspectorate finds. */
export const FINDINGS = ['met', 'partly-met', 'not-met'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What an inspector decides about a claim. */
export const VERDICTS = ['confirm', 'return'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function isVerdict(verb: string): verb is Verdict {
	return (VERDICTS as readonly string[]).includes(verb);
}

/** What a second inspector says of a decision that needs one. */
export const COUNTERSIGN_ANSWERS = ['agree', 'disagree'] as const;
export type CountersignAnswer = (typeof COUNTERSIGN_ANSWERS)[number];

/**
 * Where a review stands: in force, and then the claim is decided by it; waiting for a second inspector; not
 * agreed by them; or of no effect, because the claim was withdrawn or decided by another review.
 */
export type ReviewState = 'in-force' | 'to-countersign' | 'not-agreed' | 'lapsed';

export interface FindingSaid {
	readonly criterionId: number;
	readonly finding: Finding;
	readonly reason?: string | undefined;
}

export interface ReviewSaid {
	readonly verdict: Verdict;
	readonly reason?: string | undefined;
	readonly findings: readonly FindingSaid[];
}

/**
 * Every criterion is marked, what is not fully met has its reason, and whoever confirms although something is
 * not fully met says why. That a return has a reason, and a confirmation a basis, is the table of moves' to say.
 * @throws Refusal 'criteria-changed', 'finding-reason-needed' {finding} or 'reason-needed'
 */
export function checkReview(said: ReviewSaid, criteria: readonly { readonly id: number }[]): void {
	const marked = new Map(said.findings.map((finding) => [finding.criterionId, finding]));
	const isComplete = marked.size === criteria.length && criteria.every(({ id }) => marked.has(id));
	if (!isComplete) throw new Refusal('criteria-changed');
	for (const { criterionId, finding, reason } of said.findings) {
		if (finding !== 'met' && isBlank(reason)) {
			const facts = { finding };
			throw new Refusal('finding-reason-needed', { field: `why-${criterionId}`, facts });
		}
	}
	const isAllMet = said.findings.every(({ finding }) => finding === 'met');
	if (said.verdict === 'confirm' && !isAllMet && isBlank(said.reason)) {
		throw new Refusal('reason-needed', { field: 'reason' });
	}
}

/**
 * @param decidedBy the move that ended the claim; null while it waits
 * @param isAgreed what a second inspector said; null where nobody did
 * @param isLatest whether it is the last review of its claim
 */
export function reviewState(
	decidedBy: string | null,
	isAgreed: boolean | null,
	isLatest: boolean
): ReviewState {
	if (isAgreed === false) return 'not-agreed';
	if (!isLatest) return 'lapsed';
	if (decidedBy === null) return 'to-countersign';
	return isVerdict(decidedBy) ? 'in-force' : 'lapsed';
}

/**
 * Two inspectors are two: the second is neither whoever claimed nor whoever reviewed.
 * @throws Refusal 'claimant-cannot-decide' or 'reviewer-cannot-countersign'
 */
export function mustBeSecond(
	actorId: number,
	review: { readonly reviewedBy: number; readonly claimedBy: number | null }
): void {
	if (review.claimedBy === actorId) throw new Refusal('claimant-cannot-decide');
	if (review.reviewedBy === actorId) throw new Refusal('reviewer-cannot-countersign');
}
