import { expect, test } from 'vitest';
import { plainDate } from './plain-date.ts';
import { checkTarget } from './target.ts';

const JUNE = plainDate('2026-06-30');
const JULY = plainDate('2026-07-31');

test.each([
	[null, JUNE, undefined],
	[JUNE, JULY, 'The trainers come later'],
	[JUNE, null, 'We no longer aim for a day']
])('a target of %s can become %s, for the reason %s', (standing, target, reason) => {
	expect(() => checkTarget(standing, target, reason)).not.toThrow();
});

test.each([
	[null, null, undefined, 'same-target'],
	[JUNE, JUNE, 'x', 'same-target'],
	[JUNE, JULY, undefined, 'reason-needed'],
	[JUNE, null, ' \u200b', 'reason-needed']
])('a target of %s cannot become %s with %j: %s', (standing, target, reason, code) => {
	expect(() => checkTarget(standing, target, reason)).toThrow(code);
});
