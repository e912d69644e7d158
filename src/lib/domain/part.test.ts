import { describe, expect, test } from 'vitest';
import { changeParts, checkPartNote } from './part.ts';

const A = { id: 1, label: 'a', text: 'First' };
const B = { id: 2, label: 'b', text: 'Second' };
const words = ({ label, text }: typeof A) => ({ label, text });

describe('a new list of parts', () => {
	test('keeps those whose words are the same, wherever they stand in it', () => {
		expect(changeParts([A, B], [words(B), words(A)])).toEqual({
			list: [B, A],
			retired: [],
			added: []
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
			]
		});
	});
	test('can be empty, which retires them all', () => {
		expect(changeParts([A, B], [])).toEqual({ list: [], retired: [A, B], added: [] });
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

test.each([
	[false, true, '', 'part-needs-showing'],
	[false, true, 'The last sample', null],
	[true, false, '\u200b', 'reason-needed'],
	[true, false, 'The sample was wrong', null],
	[true, true, '', null],
	[false, false, undefined, null]
])('was met %j, is met %j, with the note %j: %s', (wasMet, isMet, note, code) => {
	const attempt = () => checkPartNote({ id: 9, wasMet, isMet }, note);
	if (code === null) expect(attempt).not.toThrow();
	else expect(attempt).toThrow(expect.objectContaining({ code, field: 'note-9' }));
});
