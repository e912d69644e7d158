import type { DecisionBasis } from '#lib/domain/confidence.ts';

/** `phrase` completes "on the basis of …". */
export const DECISION_BASIS_WORDS: Record<DecisionBasis, { word: string; phrase: string }> = {
	'desk-review': { word: 'Desk review', phrase: 'a desk review' },
	visit: { word: 'Visit', phrase: 'a visit' },
	'later-inspection': { word: 'Later inspection', phrase: 'a later inspection' },
	sample: { word: 'Sample', phrase: 'a sample' }
};
