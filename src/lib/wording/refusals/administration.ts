import { textFact, type RefusalWords } from './words.ts';

/** Inspections, recommendations, whom they fall to, and bodies that end. */
export const ADMINISTRATION_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'inspection-code-taken': {
		message: ({ code }) =>
			`There is an inspection with the code ${textFact(code, 'you entered')} already. Choose another code.`
	},
	'organisation-code-taken': {
		message: ({ code }) =>
			`There is an organisation with the code ${textFact(code, 'you entered')} already. Choose another code.`
	},
	'number-taken': {
		message: ({ reference }) =>
			`There is a recommendation ${textFact(reference, 'with this number')} already. Enter another number.`
	},
	'wording-official': {
		title: 'The official wording is loaded',
		message: 'A working summary cannot take the place of the official wording.'
	},
	'region-needed': { message: 'Select the region: a police force or regional unit has one' },
	'ends-before-it-begins': {
		message: 'The first day must be the same as or before the last day'
	},
	'organisation-ended': {
		title: 'This organisation has ended',
		message: 'That organisation has ended. Select one that has not.'
	},
	'own-successor': { message: 'Select another organisation: none takes over from itself' },
	'assignments-remain': {
		message:
			'Assignments remain that would be nobody’s. Select who takes over, or withdraw them first.'
	},
	'counts-changed': {
		title: 'Something changed meanwhile',
		message:
			'What would happen is not what you were shown any more, so nothing was done. Open the page again and check.'
	},
	'already-allocated': {
		message:
			'The recommendation falls to this organisation already, or did. If it was withdrawn, an inspector can reopen the assignment.'
	},
	'same-capacity': { message: 'It has this part already. Select the other one.' }
};
