import { formatNumber } from '../counts.ts';
import { itemProblemWords } from '../wording-load.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

/** Loading official wording, and putting it in force. */
export const WORDING_LOAD_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'source-too-long': {
		message: ({ max }) =>
			`That is more than ${most(max)}characters. Paste only the section with the recommendations.`
	},
	'too-many-items': {
		message: ({ max }) =>
			`That is more than ${most(max)}recommendations. Load the report in several parts.`
	},
	'nothing-read': {
		message:
			'No recommendation could be read. Paste the section from “Recommendation 1” on, with its numbers.'
	},
	'wording-settled': {
		title: 'This is settled',
		message: 'This wording was accepted or put aside already. It does not change any more.'
	},
	'not-the-loader': {
		title: 'Somebody else loaded this',
		message:
			'Only whoever loaded this corrects it, so that whoever checks it did not write it. Ask them, or put it aside and load it yourself.'
	},
	'own-wording': {
		title: 'You loaded this',
		message: 'You loaded this wording. Somebody else has to check and accept it.'
	},
	'wording-sent-back': {
		title: 'This was sent back',
		message:
			'This wording is with whoever loaded it, to be corrected. It can be checked when they offer it again.'
	},
	'wording-not-sent-back': {
		title: 'This was not sent back',
		message: 'This wording waits for its checker already.'
	},
	'note-needed': { message: 'Enter what you did about it' },
	'inspection-code-waiting': {
		message: ({ code }) =>
			`Other wording that waits to be checked is of a new inspection with the code ${textFact(code, 'you entered')}. Choose another code, or put that wording aside first.`
	},
	'phrase-taken': {
		message: ({ phrase }) =>
			`“${textFact(phrase, 'That phrase')}” is in the table already. Change what it stands for in place of adding it.`
	},
	'nothing-included': {
		message: 'Every recommendation is left out, so there is nothing to accept.'
	},
	'items-to-mend': {
		message: ({ position, problem }) =>
			itemProblemWords(numberFact(position), textFact(problem, ''))
	},
	'phrase-blank': { message: 'Enter the phrase' },
	'too-many-patterns': {
		message: ({ max }) => `A phrase cannot stand for more than ${most(max)}organisations.`
	}
};

/** '200 ' before what is counted. */
function most(max: unknown): string {
	const number = numberFact(max);
	return number === null ? 'the most ' : `${formatNumber(number)} `;
}
