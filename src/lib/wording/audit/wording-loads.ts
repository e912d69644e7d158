import type { Predicate } from './facts.ts';

export const WORDING_LOAD_SENTENCES: Readonly<Record<string, Predicate>> = {
	'wording.load': (facts) =>
		`loaded official wording${facts.suffix(' of', 'reference')}: ${facts.count('part of the source', 'parts of the source')}, to be checked by somebody else`,
	'wording.correct': (facts) =>
		`corrected what was read${facts.suffix(' of recommendation', 'number')}${facts.suffix(' in the wording loaded for', 'reference')}`,
	'wording.accept': (facts) =>
		`accepted the official wording of ${facts.count('recommendation')}${facts.suffix(' of', 'reference')}${facts.suffix(', loaded by', 'loader')}`,
	'wording.send-back': (facts) =>
		`sent back the official wording${facts.suffix(' of', 'reference')} to be corrected${facts.suffix(', loaded by', 'loader')}`,
	'wording.offer': (facts) =>
		`offered the corrected wording${facts.suffix(' of', 'reference')} to be checked again`,
	'wording.put-aside': (facts) =>
		`put aside the official wording${facts.suffix(' of', 'reference')}${facts.suffix(', loaded by', 'loader')}`,
	'recommendation.load-wording': (facts) =>
		`put the official wording${facts.suffix(' of', 'reference')} in force${facts.suffix(', loaded by', 'loader')}`,
	'addressee-phrase.set': (facts) =>
		facts.text('patterns') === ''
			? `took${facts.quoted('', 'phrase')} out of the table of addressees`
			: `set what${facts.quoted('', 'phrase')} stands for among the addressees`
};
