import { formatBytes, formatNumber } from '../counts.ts';
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
		message: 'You have sent this before. It was saved once.'
	},
	'database-busy': {
		title: 'The service is busy',
		message: 'The service is busy, so nothing was saved. Wait a few seconds, then try again.'
	},
	'request-too-large': {
		title: 'This is too much at once',
		message: ({ maxBytes }) => {
			const bytes = numberFact(maxBytes);
			const limit = bytes === null ? '' : ` It must be ${formatBytes(bytes)} or smaller.`;
			return `What you sent is too large, so nothing was saved.${limit}`;
		}
	},
	'unknown-filter': {
		title: 'There is no such filter',
		message: 'The address asks for a filter that does not exist. Choose filters on the page.'
	},
	'field-too-long': {
		message: ({ max, maxBytes }) => {
			const limit = numberFact(max);
			if (limit !== null) return `It must be ${formatNumber(limit)} characters or fewer`;
			const bytes = numberFact(maxBytes);
			return bytes === null
				? 'What you entered is too long. Shorten it.'
				: `What you entered is too long. It must be ${formatBytes(bytes)} or smaller.`;
		}
	},
	'date-not-real': {
		message: ({ what }) => `${theDate(what)} must be a real date, like 27 3 2026`
	},
	'date-in-past': { message: ({ what }) => `${theDate(what)} must be today or in the future` },
	'date-in-future': { message: ({ what }) => `${theDate(what)} must be today or in the past` },
	'unknown-organisation': {
		message: ({ code }) =>
			`There is no organisation with the code ${textFact(code, 'you entered')}. Check it against the list of organisations.`
	},
	'unknown-reference': {
		message: ({ reference }) =>
			`There is no recommendation with the reference ${textFact(reference, 'you entered')}. References look like OIC-7.`
	}
};

/** 'The review date' */
function theDate(what: unknown): string {
	const words = textFact(what, 'the date');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
