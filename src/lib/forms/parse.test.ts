import * as v from 'valibot';
import { expect, test } from 'vitest';
import { choice, narrative, optionalNarrative } from './fields.ts';
import { parseTyped } from './parse.ts';

const schema = v.object({
	answer: choice(['yes', 'no'], 'Select an answer'),
	reason: narrative('your reason'),
	more: optionalNarrative('what else there is')
});

test('a question of which nothing is selected is not sent, and is asked for in our words', () => {
	expect(parseTyped(schema, {})).toEqual({
		ok: false,
		problems: [
			{ field: 'answer', message: 'Select an answer' },
			{ field: 'reason', message: 'Enter your reason' }
		]
	});
});

test('the same of a form with a rule across its fields', () => {
	const ruled = v.pipe(
		schema,
		v.forward(
			v.check(() => true),
			['reason']
		)
	);
	expect(parseTyped(ruled, { reason: 'So it is' })).toEqual({
		ok: false,
		problems: [{ field: 'answer', message: 'Select an answer' }]
	});
});

test('what may be left out may be left out', () => {
	expect(parseTyped(schema, { answer: 'no', reason: 'So it is' })).toEqual({
		ok: true,
		command: { answer: 'no', reason: 'So it is' }
	});
});
