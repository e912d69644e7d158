import { Refusal } from './refusal.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

// An organisation asks for an assignment to be not applicable; the inspectorate agrees, or says why not.

/** Where a request stands. */
export type ExemptionState = 'open' | 'agreed' | 'refused' | 'withdrawn';

/** What an inspector can answer. */
export const EXEMPTION_ANSWERS = ['agree', 'refuse'] as const;
export type ExemptionAnswer = (typeof EXEMPTION_ANSWERS)[number];

/** @param answer null while nobody has decided; `isWithdrawn` and an answer exclude each other */
export function exemptionState(answer: boolean | null, isWithdrawn: boolean): ExemptionState {
	if (answer !== null) return answer ? 'agreed' : 'refused';
	return isWithdrawn ? 'withdrawn' : 'open';
}

/** The Refusal that asking would end in, or null: to be shown before anybody types. */
export function whyNotAskable(status: AssignmentStatus, isAsked: boolean): Refusal | null {
	if (!isOpen(status)) return new Refusal('assignment-closed', { facts: { status } });
	// Nobody says at the same time that it is done and that it does not apply.
	if (status === 'reported-complete') return new Refusal('claim-waits');
	return isAsked ? new Refusal('already-asked') : null;
}

/** @throws Refusal 'assignment-closed', 'claim-waits' or 'already-asked' */
export function mustBeAskable(status: AssignmentStatus, isAsked: boolean): void {
	const refusal = whyNotAskable(status, isAsked);
	if (refusal) throw refusal;
}

/**
 * Whoever asked does not decide, whatever roles they hold: as with claims.
 * @throws Refusal 'asker-cannot-decide'
 */
export function mustNotBeAsker(askedBy: number, actorId: number): void {
	if (askedBy === actorId) throw new Refusal('asker-cannot-decide');
}
