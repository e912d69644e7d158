import { expect, test } from 'vitest';
import { isCommentField, parseComment } from './comment.ts';

const KEY = 'a'.repeat(16);
const TYPED = { text: 'Is the report public?', submissionKey: KEY };

test('needs only its text, which keeps its lines and marks', () => {
	const text = 'Line one\n\n\t<b>two</b>';
	expect(parseComment({ ...TYPED, text: ` ${text}\n` })).toEqual({
		ok: true,
		command: { text, mentions: [], submissionKey: KEY }
	});
});

test('takes one ticked box or several', () => {
	expect(parseComment({ ...TYPED, tell: '7' })).toMatchObject({ command: { mentions: [7] } });
	const several = parseComment({ ...TYPED, tell: ['7', '12'] });
	expect(several).toMatchObject({ command: { mentions: [7, 12] } });
});

test.each([
	[{ text: '' }, 'text', 'Enter your text'],
	[{ text: ' \n' }, 'text', 'Enter your text'],
	[{ text: 'x'.repeat(10_001) }, 'text', 'Your text must be 10,000 characters or fewer'],
	[{ tell: ['7', '0'] }, 'tell', 'Select people from the list'],
	[{ tell: '1 or 1=1' }, 'tell', 'Select people from the list'],
	[{ tell: '9'.repeat(16) }, 'tell', 'Select people from the list'],
	[{ tell: Array(201).fill('7') }, 'tell', 'Select people from the list']
])('%o is refused at %s', (typed, field, message) => {
	expect(parseComment({ ...TYPED, ...typed })).toEqual({
		ok: false,
		problems: [{ field, message }]
	});
});

test('a draft of it keeps the text and who is to be told', () => {
	expect(['text', 'tell', 'version', 'submissionKey'].filter(isCommentField)).toEqual([
		'text',
		'tell'
	]);
});
