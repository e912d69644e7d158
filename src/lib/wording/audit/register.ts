import type { Predicate } from './facts.ts';

export const REGISTER_SENTENCES: Readonly<Record<string, Predicate>> = {
	'inspection.load': (facts) => `loaded the inspection${facts.quoted('', 'title', 'reference')}`,
	'organisation.load': (facts) =>
		`loaded ${facts.text('organisation', 'name') || facts.count('organisation')}`,
	'recommendation.load': (facts) =>
		`loaded ${facts.text('reference') || facts.count('recommendation')}${facts.quoted(',', 'title')}`,
	'register.init': () => 'set up the register',
	'register.sample': (facts) =>
		facts.text('count') !== ''
			? `filled the register with ${facts.count('sample assignment')}`
			: 'filled the register with sample data'
};
