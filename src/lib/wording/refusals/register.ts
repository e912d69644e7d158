import { textFact, type RefusalWords } from './words.ts';

/** Loading the register: organisations, inspections, reporting periods. */
export const REGISTER_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'organisation-exists': {
		message: ({ code }) =>
			`An organisation with the code ${textFact(code, 'in the file')} is already in the register. Nothing was loaded.`
	},
	'inspection-exists': {
		message: ({ code }) =>
			`The inspection ${textFact(code, 'in the file')} is already in the register. Nothing was loaded.`
	},
	'unknown-addressee': {
		message: ({ reference, pattern }) =>
			`${textFact(reference, 'A recommendation')} falls to “${textFact(pattern, '')}”, which no organisation answers to. Nothing was loaded.`
	},
	'addressed-twice': {
		message: ({ reference, pattern }) =>
			`${textFact(reference, 'A recommendation')} names organisations of “${textFact(pattern, '')}” twice. Each is lead or contributing, once.`
	},
	'period-ends-before-it-opens': {
		message: 'The day on which the period closes must be the same as or after the day it opens'
	},
	'period-overlaps': {
		message: 'The period overlaps another of the same inspection. Choose days after it closes.'
	}
};
