import type { Facts, Predicate } from './facts.ts';

export const WAITING_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.wait': (facts) =>
		`recorded that ${facts.about()} is waiting${waitedOn(facts)}${facts.suffix(', to be reviewed on', 'reviewOn')}`,
	'assignment.end-wait': (facts) =>
		`recorded that ${facts.about()} is no longer waiting${waitedOn(facts)}`,
	'assignment.acknowledge-wait': (facts) =>
		`acknowledged that ${waitingOne(facts)} is waiting on ${facts.about()}`,
	'assignment.dispute-wait': (facts) =>
		`disputed that ${waitingOne(facts)} is waiting on ${facts.about()}`
};

/** ' on OIC-3 for National Crime Agency' */
function waitedOn(facts: Facts): string {
	const [reference = ''] = facts.text('on').split('/');
	return reference === '' ? '' : ` on ${reference}${facts.suffix(' for', 'onOrganisation')}`;
}

/** 'OIC-7 for Kent Police' */
function waitingOne(facts: Facts): string {
	const [reference = ''] = facts.text('by').split('/');
	return `${reference || 'an assignment'}${facts.suffix(' for', 'byOrganisation')}`;
}
