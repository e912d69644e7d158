import type { Acceptance } from '#lib/domain/acceptance.ts';
import { isDecisionBasis } from '#lib/domain/confidence.ts';
import { ACCEPTANCE_LOOK } from '../acceptance.ts';
import { DECISION_BASIS_WORDS } from '../decision-basis.ts';
import type { Facts, Predicate } from './facts.ts';

export const ASSIGNMENT_SENTENCES: Readonly<Record<string, Predicate>> = {
	'assignment.allocate': (facts) => `allocated ${allocated(facts)}`,
	'assignment.start': (facts) => `started work on ${facts.about()}`,
	'assignment.report-complete': (facts) => `reported ${facts.about()} complete`,
	'assignment.withdraw-claim': (facts) => `withdrew the claim that ${facts.about()} is complete`,
	'assignment.resume': (facts) => `resumed work on ${facts.about()}`,
	'assignment.confirm': (facts) =>
		`confirmed ${facts.about()}${basis(facts)}${countersigned(facts)}`,
	'assignment.return': (facts) => `returned ${facts.about()} with reasons${countersigned(facts)}`,
	'assignment.review': (facts) =>
		`reviewed the claim that ${facts.about()} is complete, which waits for a second inspector`,
	'assignment.disagree-review': (facts) =>
		`did not agree with the review${facts.suffix(' by', 'reviewer')} of the claim that ${facts.about()} is complete`,
	'assignment.take-review': (facts) => `took the claim on ${facts.about()} for review`,
	'assignment.hand-over-review': (facts) =>
		`handed the review of the claim on ${facts.about()} over${facts.suffix(' to', 'reviewer')}`,
	'assignment.put-back-review': (facts) => `put the claim on ${facts.about()} back in the queue`,
	'assignment.reopen': (facts) => `reopened ${facts.about()}`,
	'assignment.set-not-applicable': (facts) => `set ${facts.about()} as not applicable`,
	'assignment.set-not-accepted': (facts) => `set ${facts.about()} as not accepted`,
	'assignment.set-no-further-action': (facts) =>
		`closed ${facts.about()} with no further action needed`,
	'assignment.update': (facts) =>
		`gave a progress update on ${facts.about()}${MOVED_WITH_UPDATE[facts.text('move')] ?? ''}`,
	'assignment.correct-update': (facts) =>
		`corrected the progress update${facts.suffix(' of', 'corrected')} on ${facts.about()}`,
	'assignment.accept': (facts) => `recorded the acceptance of ${facts.about()}${acceptance(facts)}`,
	'assignment.set-deadline': (facts) => deadline(facts),
	'assignment.set-owner': (facts) => duty('the owner', facts),
	'assignment.set-delivery': (facts) => duty('the delivery lead', facts)
};

const MOVED_WITH_UPDATE: Readonly<Partial<Record<string, string>>> = {
	start: ', and started work on it',
	resume: ', and resumed work on it'
};

function allocated(facts: Facts): string {
	const reference = facts.text('reference').split('/')[0] || 'a recommendation';
	return `${reference} to ${facts.text('organisation') || facts.count('organisation')}`;
}

function basis(facts: Facts): string {
	const key = facts.text('basis');
	if (key === '') return '';
	return isDecisionBasis(key)
		? ` on the basis of ${DECISION_BASIS_WORDS[key].phrase}`
		: facts.quoted(' on the basis of', 'basis');
}

/** For a decision that needed two inspectors. */
function countersigned(facts: Facts): string {
	return facts.suffix(', countersigning the review by', 'reviewer');
}

function acceptance(facts: Facts): string {
	const key = facts.text('to', 'acceptance');
	if (!Object.hasOwn(ACCEPTANCE_LOOK, key)) return '';
	return ` as ${ACCEPTANCE_LOOK[key as Acceptance].word.toLowerCase()}`;
}

function deadline(facts: Facts): string {
	const was = facts.suffix(', which was', 'previous');
	const lastDay = facts.text('lastDay', 'to');
	if (lastDay === '' && was === '') return `recorded that ${facts.about()} has no deadline`;
	if (lastDay === '') return `took away the deadline of ${facts.about()}${was}`;
	if (was === '') return `set the deadline of ${facts.about()} to ${lastDay}`;
	return `moved the deadline of ${facts.about()}${was}, to ${lastDay}`;
}

/** @param noun 'the owner', 'the delivery lead' */
function duty(noun: string, facts: Facts): string {
	const made = facts.quoted('made', 'title', 'to');
	if (made !== '') {
		return `${made} ${noun} of ${facts.about()}${facts.quoted(', in place of', 'previous', 'from')}`;
	}
	return `took away ${noun} of ${facts.about()}${facts.quoted(',', 'previous', 'from')}`;
}
