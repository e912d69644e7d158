import { moveOf, VERBS } from '#lib/domain/status.ts';
import { describe, expect, test } from 'vitest';
import { MOVE_WORDS, moveDone } from './moves.ts';

const FILLED_IN = ['statement', 'reason', 'basis'];

describe.each(VERBS)('%s', (verb) => {
	const words = MOVE_WORDS[verb];

	test('asks for what its conditions need a person to fill in, and for nothing else', () => {
		const needed = moveOf(verb).conditions.filter((condition) => FILLED_IN.includes(condition));
		expect(Object.keys(words.fields).sort()).toEqual([...needed].sort());
	});
	test('has words for its button, page and fields', () => {
		expect(words.button).toMatch(/^[A-Z]/);
		expect(words.title).toMatch(/^[A-Z]/);
		expect(words.explanation).toMatch(/\.$/);
		for (const field of Object.values(words.fields)) {
			expect(field.label).toMatch(/^[A-Z].*[^.:]$/);
			expect(field.hint).toMatch(/\.$/);
		}
	});
});

test('no two buttons say the same', () => {
	const buttons = VERBS.map((verb) => MOVE_WORDS[verb].button);
	expect(new Set(buttons).size).toBe(buttons.length);
});

test('the banner says which assignment now stands how', () => {
	expect(moveDone('confirm', 'OIC-7', 'Kent Police')).toBe('OIC-7 for Kent Police is confirmed.');
	expect(moveDone('report-complete', 'OIC-7', 'Kent Police')).toBe(
		'OIC-7 for Kent Police is reported complete and waiting for the inspectorate.'
	);
});
