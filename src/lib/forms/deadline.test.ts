import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { dayFields } from '../../../tests/support/day-fields.ts';
import { deadlineFields, enterDeadline, parseDeadline } from './deadline.ts';

const PUBLISHED = plainDate('2025-05-16');
const STAMP = { version: '3', submissionKey: 'a-key-of-sixteen-letters' };

test('a phrase that is to be read leaves kind, day and rule to it', () => {
	const typed = { kind: 'read', phrase: 'By March 2027, forces should' };
	expect(enterDeadline(typed, PUBLISHED)).toMatchObject({
		ok: true,
		stated: { kind: 'month', lastDay: '2027-03-31', rule: 'The last day of the month printed' }
	});
	const parsed = parseDeadline({ ...typed, ...STAMP });
	expect(parsed).toMatchObject({ ok: true, command: { kind: undefined, setBy: 'inspectorate' } });
});

test('by hand carries all that was entered', () => {
	const typed = { kind: 'month', ...dayFields('lastDay', 31, 3, 2027), rule: 'The end of March' };
	expect(enterDeadline(typed, PUBLISHED)).toEqual({
		ok: true,
		stated: { phrase: null, kind: 'month', lastDay: '2027-03-31', rule: 'The end of March' }
	});
});

test.each([
	[{ kind: 'read', phrase: 'In due course' }, 'phrase', 'it is not guessed'],
	[{ phrase: 'By March 2027' }, 'kind', 'Select how the deadline is set'],
	[{ kind: 'read', rule: 'x' }, 'phrase', 'Enter the phrase as worded'],
	[{ kind: 'month', rule: 'x' }, 'lastDay', 'Enter the last day'],
	[
		{ kind: 'month', rule: 'x', ...dayFields('lastDay', 31, 2, 2027) },
		'lastDay',
		'must be a real date'
	],
	[{ kind: 'none-set' }, 'rule', 'Enter how the last day follows'],
	[{ kind: 'read', phrase: 'x'.repeat(501) }, 'phrase', '500 characters or fewer']
])('%j is to be mended', (typed, field, message) => {
	expect(enterDeadline(typed, PUBLISHED)).toMatchObject({
		ok: false,
		problems: [{ field, message: expect.stringContaining(message) }]
	});
});

test('nothing entered is no problem yet, and what is not about the deadline is left out', () => {
	expect(enterDeadline({ from: '/assignments', edit: '1', phrase: '' }, PUBLISHED)).toBeNull();
	expect(deadlineFields({ kind: 'read', phrase: 'By June 2027', version: '3' })).toEqual({
		kind: 'read',
		phrase: 'By June 2027'
	});
});
