import type { RefusalWords } from './words.ts';

/** Looking again at what was confirmed, and recommendations that take the place of others. */
export const AFTER_CLOSURE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'no-recheck': {
		title: 'There is nothing to look at again',
		message:
			'No re-check is open: its outcome has been recorded since, or the assignment is no longer confirmed. Open the assignment again.'
	},
	'supersedes-itself': {
		message: 'A recommendation cannot take its own place. Select one of a later inspection.'
	},
	'already-superseded': {
		title: 'It is superseded already',
		message: 'Another recommendation has taken its place already. Open it to see which.'
	},
	'supersedes-in-a-round': {
		message:
			'The recommendation that you selected was itself superseded, in the end, by this one. Select another.'
	},
	'not-a-later-inspection': {
		message: 'The recommendation must be of an inspection that was published later'
	}
};
