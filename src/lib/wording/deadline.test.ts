import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { movedWords, provenanceWords, reachSentences } from './deadline.ts';

const JUNE = plainDate('2026-06-30');
const SEPTEMBER = plainDate('2026-09-30');

test.each([
	[JUNE, SEPTEMBER, 2, 'moved twice, 92 days'],
	[JUNE, SEPTEMBER, 1, 'moved once, 92 days'],
	[SEPTEMBER, JUNE, 3, 'moved 3 times, 92 days earlier'],
	[JUNE, JUNE, 2, 'moved twice, back to the original date'],
	[JUNE, null, 1, 'taken away'],
	[JUNE, JUNE, 0, ''],
	[null, null, 0, '']
])('from %s to %s in %i moves: %j', (originalDueOn, currentDueOn, deadlineMoves, words) => {
	expect(movedWords({ originalDueOn, currentDueOn, deadlineMoves })).toBe(words);
});

test('where a date comes from ends in one full stop, however the rule was typed', () => {
	const of = { setBy: 'inspectorate', rule: 'Three months after the guidance. ' } as const;
	expect(provenanceWords(of, JUNE)).toBe(
		'Three months after the guidance. Set by the inspectorate on 30 June 2026'
	);
});

test('says of each way in which assignments are reached how many, and of none that there is none', () => {
	const list = (length: number) => Array.from({ length });
	const none = { first: [], follows: [], own: [], closed: [] };
	expect(
		reachSentences({ ...none, first: list(40), follows: list(1), own: list(2) }, JUNE)
	).toEqual([
		'40 assignments have no date yet. The date becomes 30 June 2026.',
		'1 assignment follows the recommendation’s deadline. The date becomes 30 June 2026; the original stays in the record.',
		'2 assignments have dates of their own, or extensions, and keep them.'
	]);
	expect(reachSentences({ ...none, closed: list(1) }, JUNE)).toEqual([
		'No assignment gets this date.',
		'1 assignment is closed and stays so.'
	]);
	expect(reachSentences({ ...none, first: list(1) }, null)).toEqual([
		'1 assignment has no date yet. It is recorded that none is set.'
	]);
});
