import { expect, test } from 'vitest';
import { stateDeadline, type GivenDeadline } from './deadline-worded.ts';
import { plainDate } from './plain-date.ts';

const PUBLISHED = plainDate('2025-05-16');
const JUNE = plainDate('2026-06-30');

test('a phrase alone is read, and its reading can be checked', () => {
	expect(stateDeadline({ phrase: 'Within six months the force should' }, PUBLISHED)).toEqual({
		phrase: 'Within six months the force should',
		kind: 'relative',
		lastDay: '2025-11-16',
		rule: '6 months after publication'
	});
});

test('what is set by hand stands as it was set, whatever its phrase would be read as', () => {
	const given = {
		phrase: 'By March 2026 and in any case before summer',
		kind: 'fixed-day',
		lastDay: JUNE,
		rule: 'The last day before summer, agreed with the force'
	} as const;
	expect(stateDeadline(given, PUBLISHED)).toEqual(given);
});

test('none can be set by hand, with the rule that says so', () => {
	const given = { kind: 'none-set', rule: 'Left to the next inspection' } as const;
	expect(stateDeadline(given, PUBLISHED)).toEqual({ ...given, phrase: null, lastDay: null });
});

test.each<readonly [GivenDeadline, code: string, field: string]>([
	[{}, 'phrase-needed', 'phrase'],
	[{ phrase: ' \u200b' }, 'phrase-needed', 'phrase'],
	[{ phrase: 'As soon as practicable' }, 'phrase-unreadable', 'phrase'],
	[{ phrase: 'By 31 September 2026' }, 'phrase-unreadable', 'phrase'],
	// A day typed beside a phrase that is to be read does not stand in for the reading.
	[{ phrase: 'In due course', lastDay: JUNE, rule: 'x' }, 'phrase-unreadable', 'phrase'],
	[
		{ phrase: 'The third recommendation does not apply to it' },
		'deadline-not-applicable',
		'phrase'
	],
	[{ kind: 'not-applicable', rule: 'x' }, 'deadline-not-applicable', 'phrase'],
	[{ kind: 'fixed-day', rule: 'x' }, 'last-day-needed', 'lastDay'],
	[{ kind: 'immediate', lastDay: null, rule: 'x' }, 'last-day-needed', 'lastDay'],
	[{ kind: 'none-set', lastDay: JUNE, rule: 'x' }, 'last-day-unwanted', 'lastDay'],
	[{ kind: 'month', lastDay: JUNE }, 'rule-needed', 'rule'],
	[{ kind: 'month', lastDay: JUNE, rule: ' \t' }, 'rule-needed', 'rule']
])('%j is refused: %s', (given, code, field) => {
	try {
		stateDeadline(given, PUBLISHED);
		expect.unreachable();
	} catch (refusal) {
		expect(refusal).toMatchObject({ code, field });
	}
});
