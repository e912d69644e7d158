import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

test.each([
	['one line', [['one line']]],
	['two\nlines', [['two', 'lines']]],
	['one\n\ntwo', [['one'], ['two']]],
	['one\n \t\n\n\ntwo', [['one'], ['two']]],
	['one\r\n\r\ntwo\r\nlines', [['one'], ['two', 'lines']]],
	['one\r\rtwo', [['one'], ['two']]],
	['one\u2029two', [['one'], ['two']]],
	['one\u2028two', [['one', 'two']]],
	['\n\n  \n', []],
	['', []],
	['<b>\n&amp;', [['<b>', '&amp;']]]
])('%j', (text, paragraphs) => {
	expect(paragraphsOf(text)).toEqual(paragraphs);
});
