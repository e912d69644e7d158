import { expect, test } from 'vitest';
import { checkSupersession, recheckDueOn } from './after-closure.ts';
import { plainDate } from './plain-date.ts';

test.each([
	['2026-02-10', 6, '2026-08-10'],
	['2026-08-31', 6, '2027-02-28'],
	['2024-02-29', 12, '2025-02-28']
])('what is confirmed on %s is looked at again %i months later, on %s', (day, months, due) => {
	expect(recheckDueOn(plainDate(day), months)).toBe(due);
});

test('without a setting nothing is looked at again', () => {
	expect(recheckDueOn(plainDate('2026-02-10'), null)).toBeNull();
});

const OLD = { id: 1, publishedOn: plainDate('2025-05-16'), supersededById: null };
const NEW = { id: 2, publishedOn: plainDate('2026-05-16'), supersededById: null };

test('a recommendation of a later inspection takes the place of an earlier one', () => {
	expect(() => checkSupersession(OLD, NEW, [])).not.toThrow();
	expect(() => checkSupersession(OLD, { ...NEW, supersededById: 3 }, [3])).not.toThrow();
});

test.each([
	['itself', OLD, OLD, [], 'supersedes-itself'],
	['an earlier one', NEW, OLD, [], 'not-a-later-inspection'],
	[
		'one of the same day',
		OLD,
		{ ...NEW, publishedOn: OLD.publishedOn },
		[],
		'not-a-later-inspection'
	],
	['another, once more', { ...OLD, supersededById: 5 }, NEW, [], 'already-superseded'],
	[
		'one that it has superseded itself, at the end of a chain',
		OLD,
		NEW,
		[5, 1],
		'supersedes-in-a-round'
	]
])('it is not superseded by %s', (_, earlier, later, chain, code) => {
	expect(() => checkSupersession(earlier, later, chain)).toThrow(code);
});
