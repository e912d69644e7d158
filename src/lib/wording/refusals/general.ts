import { formatNumber } from '../counts.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

export const GENERAL_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'not-found': {
		title: 'Page not found',
		message:
			'If you typed the address, check that it is right. What you are looking for may also belong to another organisation.'
	},
	'not-allowed': {
		title: 'You cannot do this',
		message: 'Your role does not let you do this. Ask an administrator if you think that it should.'
	},
	stale: {
		title: 'Somebody else has changed this',
		message:
			'This changed while you were looking at it. Check what it says now, then make your change again.'
	},
	'already-submitted': {
		title: 'You have already sent this',
		message: 'Nothing was saved twice. Go back to the assignment to see what you sent.'
	},
	'database-busy': {
		title: 'The service is busy',
		message: 'Nothing was saved. Wait a few seconds, then try again.'
	},
	'field-too-long': {
		message: ({ max }) => {
			const limit = numberFact(max);
			return limit === null
				? 'What you entered is too long. Shorten it.'
				: `What you enter must be ${formatNumber(limit)} characters or fewer`;
		}
	},
	'date-not-real': { message: 'The date must be a real date, like 27 3 2026' },
	'date-in-past': { message: 'The date must be today or in the future' },
	'date-in-future': { message: 'The date must be today or in the past' },
	'unknown-organisation': {
		message: ({ code }) =>
			`There is no organisation with the code ${textFact(code, 'you entered')}. Check it against the list of organisations.`
	},
	'unknown-reference': {
		message: ({ reference }) =>
			`There is no recommendation with the reference ${textFact(reference, 'you entered')}. References look like OIC-7.`
	}
};
