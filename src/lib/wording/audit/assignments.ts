import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import { ACCEPTANCE_LOOK } from '../acceptance.ts';
import { DECISION_BASIS_WORDS } from '../decision-basis.ts';
import type { Facts, Predicate } from './facts.ts';

export const ASSIGNMENT_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.allocate': (facts) => `allocated ${allocated(facts)}`,
	'assignment.start': (facts) => `started work on ${facts.about()}`,
	'assignment.report-complete': (facts) => `reported ${facts.about()} complete`,
	'assignment.withdraw-claim': (facts) => `withdrew the claim that ${facts.about()} is complete`,
	'assignment.resume': (facts) => `resumed work on ${facts.about()}`,
	'assignment.confirm': (facts) => `confirmed ${facts.about()}${basis(facts)}`,
	'assignment.return': (facts) => `returned ${facts.about()} with reasons`,
	'assignment.reopen': (facts) => `reopened ${facts.about()}`,
	'assignment.set-not-applicable': (facts) => `set ${facts.about()} as not applicable`,
	'assignment.set-not-accepted': (facts) => `set ${facts.about()} as not accepted`,
	'assignment.set-no-further-action': (facts) =>
		`closed ${facts.about()} with no further action needed`,
	'assignment.update': (facts) => `gave a progress update on ${facts.about()}`,
	'assignment.accept': (facts) => `recorded ${facts.about()} as ${acceptance(facts)}`,
	'assignment.set-deadline': (facts) => deadline(facts),
	'assignment.set-owner': (facts) => owner(facts),
	'assignment.wait': (facts) =>
		`recorded that ${facts.about()} is waiting${facts.suffix(' on', 'waitingOn', 'to')}${facts.suffix(', to be reviewed on', 'reviewOn')}`,
	'assignment.end-wait': (facts) =>
		`recorded that ${facts.about()} is no longer waiting${facts.suffix(' on', 'waitingOn', 'from')}`
};

function allocated(facts: Facts): string {
	const reference = facts.text('reference').split('/')[0] || 'a recommendation';
	return `${reference} to ${facts.text('organisation') || facts.count('organisation')}`;
}

function basis(facts: Facts): string {
	const key = facts.text('basis');
	if (key === '') return '';
	const phrase = Object.hasOwn(DECISION_BASIS_WORDS, key)
		? DECISION_BASIS_WORDS[key as DecisionBasis].phrase
		: `“${key}”`;
	return ` on the basis of ${phrase}`;
}

function acceptance(facts: Facts): string {
	const key = facts.text('to', 'acceptance');
	if (!Object.hasOwn(ACCEPTANCE_LOOK, key)) return `“${key}”`;
	return ACCEPTANCE_LOOK[key as Acceptance].word.toLowerCase();
}

function deadline(facts: Facts): string {
	const was = facts.suffix(', which was', 'previous');
	const lastDay = facts.text('lastDay', 'to');
	if (lastDay === '') return `took away the deadline of ${facts.about()}${was}`;
	const verb = was === '' ? 'set' : 'moved';
	return `${verb} the deadline of ${facts.about()}${was}${was === '' ? '' : ','} to ${lastDay}`;
}

function owner(facts: Facts): string {
	const to = facts.text('to', 'title');
	const from = facts.suffix(', in place of', 'from', 'previous');
	if (to === '') return `took away the owner of ${facts.about()}${from}`;
	return `made ${to} the owner of ${facts.about()}${from}`;
}
