import { numberFact, textFact, type RefusalWords } from './words.ts';

/** What good looks like, and deciding a claim by it. */
export const REVIEW_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'criteria-count': {
		message: ({ min, max }) =>
			`Write ${numberFact(min) ?? 'at least two'} to ${numberFact(max) ?? 'five'} criteria, or none at all`
	},
	'criterion-empty': { message: 'Enter what good looks like' },
	'criteria-changed': {
		title: 'The criteria have changed',
		message:
			'The criteria have changed since you opened this page. Your text is still here: mark the criteria as they are now.'
	},
	'finding-reason-needed': {
		message: ({ finding }) =>
			finding === 'partly-met'
				? 'Enter what is missing, because you marked this as partly met'
				: 'Enter what is missing, because you marked this as not met'
	},
	'review-needed': {
		title: 'This claim has to be reviewed',
		message:
			'A claim is confirmed or returned on the page of its review, where each criterion is marked.'
	},
	'review-waits': {
		title: 'A second inspector has to answer first',
		message: ({ reviewer }) =>
			`${textFact(reviewer, 'An inspector')} has reviewed this claim, and a second inspector has to agree or disagree before it is reviewed again.`
	},
	'nothing-to-countersign': {
		title: 'Nothing waits for a second inspector',
		message:
			'No review of this claim waits: it has been answered since, or the claim was withdrawn. Open the assignment again.'
	},
	'reviewer-cannot-countersign': {
		title: 'Somebody else must countersign this',
		message: 'You reviewed this claim, so you cannot countersign it. Ask another inspector.'
	},
	'no-claim-waits': {
		title: 'No claim waits',
		message:
			'No claim of this assignment waits for review: it has been decided or withdrawn since. Open the queue again.'
	},
	'reviewer-unchanged': { message: 'This is how it is already. Select somebody else.' },
	'claimant-cannot-review': {
		message: 'Whoever reported this complete cannot review it. Select another inspector.'
	},
	'criterion-twice': { message: 'This criterion is there already. Change one of them.' }
};
