import type { Predicate } from './facts.ts';

export const AFTER_CLOSURE_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.recheck-sustained': (facts) =>
		`looked again at ${facts.about()}${facts.suffix(', confirmed on', 'confirmed')}, and found it sustained`,
	'assignment.recheck-reopened': (facts) =>
		`looked again at ${facts.about()}${facts.suffix(', confirmed on', 'confirmed')}, and reopened it`,
	'assignment.supersede': (facts) =>
		`closed ${facts.about()} with no further action, superseded${facts.suffix(' by', 'by')}`,
	'recommendation.supersede': (facts) =>
		`recorded that ${facts.text('reference')} is superseded${facts.suffix(' by', 'by')}, which closed ${facts.count('open assignment')}`
};
