import { SNAPSHOT_FIELDS, type SnapshotField } from '#lib/domain/action-snapshot.ts';
import { listOf } from '../list-of.ts';
import type { Facts, Predicate } from './facts.ts';

export const ACTION_SENTENCES: Readonly<Record<string, Predicate>> = {
	'action.add': (facts) =>
		`added ${action(facts)} to ${plan(facts)}${facts.suffix(', due on', 'dueOn')}`,
	'action.change': (facts) => `changed ${fields(facts)} of ${action(facts)} in ${plan(facts)}`,
	'action.move': (facts) =>
		`moved ${action(facts)}${facts.suffix(' to place', 'place')} in ${plan(facts)}`,
	'action.complete': (facts) =>
		`completed ${action(facts)} in ${plan(facts)}${facts.suffix(', done on', 'doneOn')}`,
	'action.reopen': (facts) => `reopened ${action(facts)} in ${plan(facts)}`,
	'action.drop': (facts) => `dropped ${action(facts)} from ${plan(facts)} with a reason`,
	'action.take-out': (facts) => `took ${action(facts)} out of ${plan(facts)}`
};

const FIELD_NOUNS: Record<SnapshotField, string> = {
	title: 'the title',
	shows: 'what it will show',
	owner: 'the owner',
	dueOn: 'the due date',
	serves: 'the recommendations'
};

function action(facts: Facts): string {
	return facts.quoted('the action', 'title') || 'an action';
}

function plan(facts: Facts): string {
	return `the plan of ${facts.about()}`;
}

function fields(facts: Facts): string {
	const changed = facts.text('changed').split(' ');
	const nouns = SNAPSHOT_FIELDS.filter((field) => changed.includes(field)).map((field) =>
		field === 'dueOn' ? `${FIELD_NOUNS.dueOn} ${dueMove(facts)}` : FIELD_NOUNS[field]
	);
	return nouns.length > 0 ? listOf(nouns) : 'the wording';
}

/** '(from 1 May 2026 to 3 June 2026)' */
function dueMove(facts: Facts): string {
	const [from, to] = [facts.text('from'), facts.text('to')];
	if (from === '') return `(now ${to})`;
	return to === '' ? `(was ${from}, now none)` : `(from ${from} to ${to})`;
}
