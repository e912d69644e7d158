import { describe, expect, test } from 'vitest';
import { changeCriteria } from './criterion.ts';

const A = { id: 1, text: 'Every group has a grade' };
const B = { id: 2, text: 'Every grade has a reason' };

describe('a new list of criteria', () => {
	test('keeps those whose words are the same, wherever they stand in it', () => {
		expect(changeCriteria([A, B], [` ${B.text}\n`, A.text])).toEqual({
			list: [B, A],
			retired: [],
			added: 0
		});
	});
	test('takes other words for another criterion', () => {
		expect(changeCriteria([A, B], [A.text, 'Every grade has a written reason'])).toEqual({
			list: [A, { id: null, text: 'Every grade has a written reason' }],
			retired: [B],
			added: 1
		});
	});
	test('can be empty, which retires them all', () => {
		expect(changeCriteria([A, B], [])).toEqual({ list: [], retired: [A, B], added: 0 });
	});
	test.each([1, 6])('is refused with %i in it', (many) => {
		const texts = Array.from({ length: many }, (_, index) => `Criterion ${index}`);
		expect(() => changeCriteria([], texts)).toThrow(
			expect.objectContaining({ code: 'criteria-count', facts: { min: 2, max: 5 } })
		);
	});
	test.each([2, 5])('may have %i in it', (many) => {
		const texts = Array.from({ length: many }, (_, index) => `Criterion ${index}`);
		expect(changeCriteria([], texts).added).toBe(many);
	});
	test.each([
		['criterion-empty', ['x', '\u200b']],
		['criterion-twice', ['x', 'x ']]
	])('%s names the row', (code, texts) => {
		expect(() => changeCriteria([], texts)).toThrow(
			expect.objectContaining({ code, field: 'text-1' })
		);
	});
});
