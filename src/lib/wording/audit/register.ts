import type { Facts, Predicate } from './facts.ts';

export const REGISTER_SENTENCES: Readonly<Record<string, Predicate>> = {
	'inspection.load': (facts) => `loaded the inspection${facts.quoted('', 'title', 'reference')}`,
	'organisation.load': (facts) =>
		`loaded ${facts.text('organisation', 'name') || facts.count('organisation')}`,
	'recommendation.load': (facts) =>
		`loaded ${facts.text('reference') || facts.count('recommendation')}${facts.quoted(',', 'title')}`,
	'period.open': (facts) => `opened a reporting period${period(facts)}`,
	'period.close': (facts) => `closed a reporting period${period(facts)}`,
	'register.init': () => 'set up the register',
	'register.sample': (facts) =>
		facts.text('count') !== ''
			? `filled the register with ${facts.count('sample assignment')}`
			: 'filled the register with sample data'
};

/** ' for OIC, from 5 January 2026 to 30 January 2026' */
function period(facts: Facts): string {
	const last = facts.suffix(' to', 'lastDay', 'closesOn');
	return `${facts.suffix(' for', 'reference')}${facts.suffix(', from', 'opensOn')}${last}`;
}
