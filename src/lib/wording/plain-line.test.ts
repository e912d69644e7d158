import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

describe('one plain line', () => {
	test.each([
		['Alex Doe', 'Alex Doe'],
		['  two \t spaces ', 'two spaces'],
		['a\r\nb\n\nc\u2028d\u0085e\u00a0f', 'a b c d e f'],
		['abc\u202Etxt.exe', 'abc[U+202E]txt.exe'],
		['\u2066left\u2069', '[U+2066]left[U+2069]'],
		['a\u200bb\ufeffc\u2060d\u00ade', 'a[U+200B]b c[U+2060]d[U+00AD]e'],
		['bell\u0007 nul\u0000 esc\u001b[31m', 'bell[U+0007] nul[U+0000] esc[U+001B][31m'],
		['half \ud800 pair', 'half \ufffd pair'],
		['<script>alert(1)</script>', '<script>alert(1)</script>'],
		['=HYPERLINK("x")', '=HYPERLINK("x")'],
		["Dŵr Cymru, Siân O'Neill, Łódź", "Dŵr Cymru, Siân O'Neill, Łódź"],
		['\u0639\u0644\u064a', '\u0639\u0644\u064a'],
		['👮🏽‍♀️', '👮🏽‍♀️'],
		['', '']
	])('%j', (text, line) => {
		expect(plainLine(text)).toBe(line);
	});

	test('whatever comes in, it is one line without hidden characters, and doing it twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				const line = plainLine(text);
				expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
				expect(line.isWellFormed()).toBe(true);
				expect(plainLine(line)).toBe(line);
			})
		);
	});
});
