import { numberFact, type RefusalWords } from './words.ts';

/** What good looks like, and deciding a claim by it. */
export const REVIEW_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'criteria-count': {
		message: ({ min, max }) =>
			`Write ${numberFact(min) ?? 'at least two'} to ${numberFact(max) ?? 'five'} criteria, or none at all`
	},
	'criterion-empty': { message: 'Enter what good looks like' },
	'criterion-twice': { message: 'This criterion is there already. Change one of them.' }
};
