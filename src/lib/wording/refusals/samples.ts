import { formatNumber } from '../counts.ts';
import { numberFact, type RefusalWords } from './words.ts';

export const SAMPLE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'nothing-to-draw-from': {
		message: 'No claim waits for a decision there. Select claims that wait.'
	},
	'sample-too-large': {
		message: ({ most }) => {
			const limit = numberFact(most);
			return limit === null
				? 'How many claims to draw must be no more than there are'
				: `How many claims to draw must be between 1 and ${formatNumber(limit)}`;
		}
	},
	'claimant-cannot-check': {
		title: 'Somebody else must check this',
		message: 'You made this claim, so you cannot check it. Ask another inspector.'
	}
};
