import { describe, expect, test } from 'vitest';
import {
	parseActionStep,
	parseChangedAction,
	parseNewAction,
	parseReorder,
	reorderValue
} from './action.ts';

const KEY = 'a'.repeat(16);
const TYPED = { title: 'Train', shows: 'Fewer delays', submissionKey: KEY };
const STAMP = { submissionKey: KEY, version: '3' };

describe('a new action', () => {
	test('needs only what will be done and what it will show', () => {
		expect(parseNewAction(TYPED)).toEqual({
			ok: true,
			command: { ...TYPED, ownerPostId: null, dueOn: null, serves: [] }
		});
	});
	test('takes one ticked box or several', () => {
		const one = parseNewAction({ ...TYPED, serves: 'OIC-3' });
		expect(one).toMatchObject({ command: { serves: ['OIC-3'] } });
		const two = parseNewAction({ ...TYPED, serves: ['OIC-3', 'OIC-4'] });
		expect(two).toMatchObject({ command: { serves: ['OIC-3', 'OIC-4'] } });
	});
	test.each([
		[{ title: '' }, 'title', 'Enter what will be done'],
		[{ title: 'x'.repeat(201) }, 'title', 'What will be done must be 200 characters or fewer'],
		[{ title: 'one\ntwo' }, 'title', 'What will be done must be on one line'],
		[{ shows: ' ' }, 'shows', 'Enter what it will show'],
		[{ shows: 'x'.repeat(2001) }, 'shows', 'What it will show must be 2,000 characters or fewer'],
		[{ 'dueOn-day': '31', 'dueOn-month': '2', 'dueOn-year': '2027' }, 'dueOn', /real date/],
		[{ 'dueOn-day': '3' }, 'dueOn', /real date/],
		[{ ownerPostId: '1 or 1=1' }, 'ownerPostId', /Open the page again/],
		[{ serves: ['OIC-3', 'not a reference'] }, 'serves', /Open the page again/]
	])('%o is refused at %s', (typed, field, message) => {
		const parsed = parseNewAction({ ...TYPED, ...typed });
		expect(parsed).toMatchObject({ ok: false });
		const problems = parsed.ok ? [] : parsed.problems;
		expect(problems).toEqual([{ field, message: expect.stringMatching(message) }]);
	});
});

test('a changed action carries its version, and a reason where one was given', () => {
	const parsed = parseChangedAction({
		...TYPED,
		version: '3',
		reason: ' Later ',
		ownerPostId: '12',
		'dueOn-day': '4',
		'dueOn-month': '6',
		'dueOn-year': '2026'
	});
	expect(parsed).toMatchObject({
		ok: true,
		command: { version: 3, reason: 'Later', ownerPostId: 12, dueOn: '2026-06-04' }
	});
	expect(parseChangedAction(TYPED).ok).toBe(false);
});

test('only completing asks for a day, and it asks for nothing else', () => {
	expect(parseActionStep('complete', STAMP)).toMatchObject({
		ok: false,
		problems: [{ field: 'doneOn' }]
	});
	const day = { 'doneOn-day': '27', 'doneOn-month': '2', 'doneOn-year': '2026' };
	expect(parseActionStep('complete', { ...STAMP, ...day, reason: 'x' })).toEqual({
		ok: true,
		command: { verb: 'complete', doneOn: '2026-02-27', version: 3, submissionKey: KEY }
	});
	expect(parseActionStep('drop', { ...STAMP, reason: '' })).toMatchObject({ ok: true });
});

test('the button that moves an action says which way, from which place, and which action', () => {
	const move = reorderValue('up', 12, 'abcdefghij-_0123');
	expect(parseReorder({ move, submissionKey: KEY })).toEqual({
		ok: true,
		command: { direction: 'up', place: 12, action: 'abcdefghij-_0123', submissionKey: KEY }
	});
	for (const bad of ['', 'left 1 abcdefghij-_0123', 'up 1 short', 'up 1000 abcdefghij-_0123']) {
		expect(parseReorder({ move: bad, submissionKey: KEY }).ok, bad).toBe(false);
	}
});
