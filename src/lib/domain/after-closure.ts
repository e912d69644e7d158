import { addMonths, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** What a look at a confirmed assignment, some months on, finds. */
export const RECHECK_OUTCOMES = ['sustained', 'reopened'] as const;
export type RecheckOutcome = (typeof RECHECK_OUTCOMES)[number];

/** The day on which what was confirmed is looked at again; null where the inspection asks for none. */
export function recheckDueOn(confirmedOn: PlainDate, months: number | null): PlainDate | null {
	return months === null ? null : addMonths(confirmedOn, months);
}

/** A recommendation, as far as it matters which of two is the later. */
export interface Supersedable {
	readonly id: number;
	readonly publishedOn: PlainDate;
	/** What took its place already. */
	readonly supersededById: number | null;
}

/**
 * Whether a recommendation can take the place of another: one of an inspection that was published later, which
 * does not lead back to it.
 * @param chain what superseded the later one, and what superseded that, as far as it goes
 * @throws Refusal 'supersedes-itself', 'already-superseded', 'not-a-later-inspection' or 'supersedes-in-a-round'
 */
export function checkSupersession(
	earlier: Supersedable,
	later: Supersedable,
	chain: readonly number[]
): void {
	const refuse = (code: string) => new Refusal(code, { field: 'by' });
	if (earlier.id === later.id) throw refuse('supersedes-itself');
	if (earlier.supersededById !== null) throw refuse('already-superseded');
	if (chain.includes(earlier.id)) throw refuse('supersedes-in-a-round');
	if (later.publishedOn <= earlier.publishedOn) throw refuse('not-a-later-inspection');
}
