import type { Facts, Predicate } from './facts.ts';

export const EXEMPTION_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.ask-exemption': (facts) => `asked for ${facts.about()} to be not applicable`,
	'assignment.agree-exemption': (facts) =>
		`agreed that ${facts.about()} is not applicable${asked(facts)}`,
	'assignment.refuse-exemption': (facts) =>
		`did not agree that ${facts.about()} is not applicable${asked(facts)}`,
	'assignment.withdraw-exemption': (facts) =>
		`withdrew the request${facts.suffix(' of', 'asked')} for ${facts.about()} to be not applicable`
};

function asked(facts: Facts): string {
	return facts.suffix(', as asked on', 'asked');
}
