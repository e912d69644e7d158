import type { ActionSnapshot } from '#lib/domain/action-snapshot.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import { actionChangeWords, actionWhen, planSummary } from './actions.ts';
import { listOf } from './list-of.ts';

const DUE = plainDate('2026-06-04');
const FIRST = plainDate('2026-05-01');

describe('when an action is due or was done', () => {
	const facts = {
		state: 'planned',
		dueOn: DUE,
		firstDueOn: DUE,
		doneOn: null,
		daysLate: 0
	} as const;
	test.each([
		[facts, 'Due 4 June 2026'],
		[{ ...facts, daysLate: 1 }, 'Due 4 June 2026, 1 day late'],
		[
			{ ...facts, firstDueOn: FIRST, daysLate: 12 },
			'Due 4 June 2026, 12 days late (first promised for 1 May 2026)'
		],
		[{ ...facts, dueOn: null, firstDueOn: null }, 'No due date'],
		[{ ...facts, dueOn: null, firstDueOn: FIRST }, 'No due date (first promised for 1 May 2026)'],
		[
			{ ...facts, state: 'done' as const, doneOn: plainDate('2026-06-06'), daysLate: 2 },
			'Done 6 June 2026, due 4 June 2026, 2 days late'
		],
		[
			{ ...facts, state: 'done' as const, dueOn: null, firstDueOn: null, doneOn: DUE },
			'Done 4 June 2026'
		],
		[{ ...facts, state: 'dropped' as const }, 'Was due 4 June 2026']
	])('%o: %s', (given, words) => {
		expect(actionWhen(given)).toBe(words);
	});
});

test.each([
	[{ planned: 0, done: 0, dropped: 0, late: 0 }, 'No actions are planned'],
	[{ planned: 0, done: 0, dropped: 2, late: 0 }, 'No actions are planned, 2 dropped'],
	[{ planned: 1, done: 0, dropped: 0, late: 0 }, '0 of 1 action done'],
	[{ planned: 2, done: 3, dropped: 1, late: 1 }, '3 of 5 actions done, 1 late, 1 dropped']
])('a plan of %o in a line: %s', (counts, words) => {
	expect(planSummary(counts)).toBe(words);
});

test('what a change did is said field by field', () => {
	const before: ActionSnapshot = {
		title: 'Train the sergeants',
		shows: 'Fewer delays',
		owner: null,
		dueOn: FIRST,
		state: 'planned',
		doneOn: null,
		serves: ['OIC-7/KENT']
	};
	const after: ActionSnapshot = {
		...before,
		title: 'Train everybody',
		owner: 'Head of Crime',
		dueOn: null,
		serves: ['OIC-3/KENT', 'OIC-7/KENT']
	};
	expect(actionChangeWords('change', before, after)).toEqual([
		'It was called “Train the sergeants”.',
		'Owner changed from nobody to Head of Crime.',
		'Due date changed from 1 May 2026 to none.',
		'It served OIC-7/KENT; now OIC-3/KENT and OIC-7/KENT.'
	]);
	expect(actionChangeWords('change', before, before)).toEqual([]);
	expect(actionChangeWords('add', null, before)).toEqual(['Due on 1 May 2026.']);
	expect(
		actionChangeWords('move', before, { ...before, place: 2, inPlanOf: 'OIC-7/KENT' })
	).toEqual(['Moved to place 2 in the plan of OIC-7/KENT.']);
	expect(actionChangeWords('complete', before, { ...before, state: 'done', doneOn: DUE })).toEqual([
		'Done on 4 June 2026.'
	]);
});

test('a list reads as a sentence does', () => {
	expect(listOf(['the title'])).toBe('the title');
	expect(listOf(['the title', 'the owner'])).toBe('the title and the owner');
	expect(listOf(['a', 'b', 'c'])).toBe('a, b and c');
});
