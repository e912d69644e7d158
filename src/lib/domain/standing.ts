import { ACCEPTANCES } from './acceptance.ts';
import { CLAIM_AGE_NAMES } from './claim-age.ts';
import { DUE_SPAN_NAMES, OVERDUE_SPAN_NAMES } from './due-span.ts';
import { EVIDENCE_MIX } from './evidence-mix.ts';
import { FIRST_DECISIONS } from './first-decision.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './status.ts';

/** What a dashboard counts beside status, timeliness and freshness: each question with its answers. */
export const STANDING_WORDS = {
	overdueFor: OVERDUE_SPAN_NAMES,
	originallyOverdueFor: OVERDUE_SPAN_NAMES,
	dueWithin: DUE_SPAN_NAMES,
	claimedFor: CLAIM_AGE_NAMES,
	evidence: EVIDENCE_MIX,
	firstDecision: FIRST_DECISIONS,
	/** Of those that are asked: see ASKED_TO_ACCEPT. */
	acceptance: ACCEPTANCES
} as const;
export type StandingField = keyof typeof STANDING_WORDS;
export type StandingWord<Field extends StandingField> = (typeof STANDING_WORDS)[Field][number];

/** How many assignments give each answer. */
export type Standing = {
	readonly [Field in StandingField]: Readonly<Record<StandingWord<Field>, number>>;
};

/** Nobody is asked whether they accept what does not apply to them, or what another recommendation replaced. */
export const ASKED_TO_ACCEPT: readonly AssignmentStatus[] = ASSIGNMENT_STATUSES.filter(
	(status) => status !== 'not-applicable' && status !== 'no-further-action'
);

/** To be counted up. */
export type GrowingStanding = {
	[Field in StandingField]: Record<StandingWord<Field>, number>;
};

export function noStanding(): GrowingStanding {
	const fields = Object.entries(STANDING_WORDS).map(([field, words]) => [
		field,
		Object.fromEntries(words.map((word) => [word, 0]))
	]);
	return Object.fromEntries(fields) as GrowingStanding;
}

/** Of recommendations together. */
export function addStandings(all: readonly Standing[]): Standing {
	const sum = noStanding();
	for (const standing of all) {
		for (const field of Object.keys(STANDING_WORDS) as StandingField[]) {
			const into: Record<string, number> = sum[field];
			for (const [word, count] of Object.entries(standing[field])) into[word]! += count;
		}
	}
	return sum;
}
