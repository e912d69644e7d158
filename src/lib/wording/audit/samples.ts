import type { Facts, Predicate } from './facts.ts';

export const SAMPLE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'sample.draw': (facts) =>
		`drew ${facts.count('claim')}${facts.suffix(' of', 'of')} for checking${facts.suffix(', from', 'reference')}${how(facts)}${facts.suffix(' with the seed', 'seed')}`,
	'sample.record-outcome': (facts) =>
		`checked the claim of ${facts.about()} in a sample: ${OUTCOMES[facts.text('outcome')] ?? 'outcome not known'}`
};

const OUTCOMES: Readonly<Record<string, string>> = {
	upheld: 'upheld',
	'not-upheld': 'not upheld',
	'could-not-check': 'could not be checked'
};

function how(facts: Facts): string {
	return facts.text('method') === 'weighted-by-risk' ? ', weighted by risk,' : ', at random,';
}
