import type { RecheckOutcome } from '#lib/domain/after-closure.ts';

/** What a re-check can find, for whoever chooses. */
export const RECHECK_OUTCOME_WORDS: Readonly<
	Record<RecheckOutcome, { readonly word: string; readonly meaning: string }>
> = {
	sustained: {
		word: 'Sustained',
		meaning: 'What was confirmed still holds. The assignment stays confirmed.'
	},
	reopened: {
		word: 'Reopened',
		meaning: 'What was confirmed no longer holds. The assignment is in progress again.'
	}
};
