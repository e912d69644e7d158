import { describe, expect, test } from 'vitest';
import { stateDeadline } from './deadline-worded.ts';
import { changeParts, checkPartSaid } from './part.ts';
import { plainDate } from './plain-date.ts';

const A = { id: 1, label: 'a', text: 'First' };
const B = { id: 2, label: 'b', text: 'Second' };
const words = ({ label, text }: typeof A) => ({ label, text });

describe('a new list of parts', () => {
	test('keeps those whose words are the same, wherever they stand in it', () => {
		expect(changeParts([A, B], [words(B), words(A)])).toEqual({
			list: [B, A],
			retired: [],
			added: [],
			dated: []
		});
	});
	test('takes a part with another label or text for another part', () => {
		const renamed = { label: 'c', text: B.text };
		const reworded = { label: 'a', text: 'First, and more' };
		expect(changeParts([A, B], [reworded, renamed])).toEqual({
			list: [
				{ ...reworded, id: null },
				{ ...renamed, id: null }
			],
			retired: [A, B],
			added: [
				{ ...reworded, id: null },
				{ ...renamed, id: null }
			],
			dated: []
		});
	});
	test('tells a part that keeps its words and is given another deadline', () => {
		const month = stateDeadline({ phrase: 'within one month' }, plainDate('2026-01-10'));
		const given = { ...words(A), deadline: month };
		expect(changeParts([A, B], [given, words(B)]).dated).toEqual([{ ...given, id: 1 }]);
		expect(changeParts([{ ...A, deadline: month }, B], [given, words(B)]).dated).toEqual([]);
	});
	test('can be empty, which retires them all', () => {
		expect(changeParts([A, B], [])).toEqual({
			list: [],
			retired: [A, B],
			added: [],
			dated: []
		});
	});
	test.each(['a', 'Z', '12', '2.1', '(a)', 'ii)', 'é'])('may call a part %s', (label) => {
		expect(changeParts([], [{ label, text: 'x' }]).added).toHaveLength(1);
	});
	test.each(['', ' ', 'a b', '-', '(', 'a\u202e', 'abcdefghijk'])('may not call it %j', (label) => {
		expect(() => changeParts([], [words(A), { label, text: 'x' }])).toThrow(
			expect.objectContaining({ code: 'part-label-shape', field: 'label-1' })
		);
	});
	test('names the row that repeats a label', () => {
		expect(() => changeParts([], [words(A), words(B), words(A)])).toThrow(
			expect.objectContaining({ code: 'part-label-twice', field: 'label-2', facts: { label: 'a' } })
		);
	});
});

const TODAY = plainDate('2026-03-02');
const EARLIER = plainDate('2026-02-20');

test.each([
	[false, true, '', 'part-needs-showing'],
	[false, true, 'The last sample', null],
	[true, false, '\u200b', 'reason-needed'],
	[true, false, 'The sample was wrong', null],
	[true, true, '', null],
	[false, false, undefined, null]
])('was met %j, is met %j, with the note %j: %s', (wasMet, isMet, note, code) => {
	const part = { id: 9, isMet: wasMet, metOn: wasMet ? EARLIER : null };
	const attempt = () => checkPartSaid(part, { isMet, note }, TODAY);
	if (code === null) expect(attempt).not.toThrow();
	else expect(attempt).toThrow(expect.objectContaining({ code, field: 'note-9' }));
});

describe('the day on which a part was met', () => {
	const open = { id: 9, isMet: false, metOn: null };
	const met = { id: 9, isMet: true, metOn: EARLIER };

	test.each([
		['is the one that is said', open, EARLIER, EARLIER],
		['is today where none is said', open, undefined, TODAY],
		['stays where a note is added', met, undefined, EARLIER],
		['can be put right', met, TODAY, TODAY]
	] as const)('%s', (_, part, metOn, day) => {
		expect(checkPartSaid(part, { isMet: true, note: 'Sampled', metOn }, TODAY)).toBe(day);
	});

	test('is none for a part that is not met', () => {
		expect(checkPartSaid(met, { isMet: false, note: 'Wrong', metOn: EARLIER }, TODAY)).toBeNull();
	});

	test('has come', () => {
		const tomorrow = plainDate('2026-03-03');
		const said = { isMet: true, note: 'Sampled', metOn: tomorrow };
		expect(() => checkPartSaid(open, said, TODAY)).toThrow(
			expect.objectContaining({ code: 'date-in-future', field: 'metOn-9' })
		);
	});
});
