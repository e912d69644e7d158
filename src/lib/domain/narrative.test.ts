import { expect, test } from 'vitest';
import { isBlank, writtenOrNull } from './narrative.ts';

test.each([
	undefined,
	'',
	' \t\r\n',
	'\u00a0',
	'\u200b\u200d',
	'\ufeff',
	'\u00ad',
	'\u3164',
	'\u0000'
])('%j holds nothing to read', (text) => {
	expect(isBlank(text)).toBe(true);
});

test.each(['a', ' . ', '0', 'ﷺ', '👮🏽‍♀️', '\u200bx'])('%j does', (text) => {
	expect(isBlank(text)).toBe(false);
});

test.each([
	[undefined, null],
	[' \u200b\n', null],
	[' Agreed at the board\n', 'Agreed at the board'],
	['First line\n\nthird', 'First line\n\nthird']
])('of %j, %j is kept', (text, kept) => {
	expect(writtenOrNull(text)).toBe(kept);
});
