import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, fitText, wrapText } from './label-text.ts';
import { textWidth } from './text-width.ts';

test('text that fits stays whole, and text that does not ends in an ellipsis', () => {
	expect(fitText('Share intelligence', 400, 16)).toBe('Share intelligence');
	expect(fitText('Share intelligence between agencies', 100, 16)).toBe('Share intelli…');
});

test('words are laid into lines, and only the last allowed line is cut', () => {
	const title = 'Grade organised crime groups by the threat they pose';
	expect(wrapText(title, 170, 16, 3)).toEqual([
		'Grade organised crime',
		'groups by the threat',
		'they pose'
	]);
	expect(wrapText(title, 170, 16, 2)).toEqual(['Grade organised crime', 'groups by the threat t…']);
});

test('a word longer than a line is cut, not spilt', () => {
	expect(wrapText('a ' + 'W'.repeat(300), 100, 16, 2)).toEqual(['a', 'WWWWW…']);
});

test('no line is wider than its room, whatever is typed', () => {
	const words = fc.string({ unit: 'grapheme', maxLength: 200 });
	fc.assert(
		fc.property(words, fc.integer({ min: 40, max: 600 }), (text, width) => {
			const lines = wrapText(cleanText(text), width, 16, 3);
			expect(lines.length).toBeLessThanOrEqual(3);
			for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(width);
		})
	);
});

test('nothing that breaks XML or turns a line round is left in a label', () => {
	const hostile = 'a\u0000b\u202ec\ufffed\ud800e\u{e0041}f\ng  h';
	expect(cleanText(hostile)).toMatch(/^[\p{L}\p{P}\p{S}\p{N} ]+$/u);
	expect(cleanText('Share\n\tintelligence')).toBe('Share intelligence');
});
