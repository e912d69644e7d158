import { describe, expect, test } from 'vitest';
import { parseHolder, readPostQuery } from './post.ts';
import { parseReassignment } from './reassignment.ts';

const STAMP = { version: '1', submissionKey: '24d0f4aa-0b5a-4f1a-a24f-a43708028b9b' };
const HOLDER = {
	...STAMP,
	'fromDay-day': '2',
	'fromDay-month': '3',
	'fromDay-year': '2026',
	reason: 'A promotion'
};

describe('a change of holder', () => {
	test.each([
		[
			{ successor: 'person', person: '7' },
			{ kind: 'person', personId: 7 }
		],
		[
			{ successor: 'name', name: ' Kim Poe ' },
			{ kind: 'name', name: 'Kim Poe' }
		],
		[{ successor: 'nobody' }, { kind: 'nobody' }],
		[{ successor: 'nobody', person: '7', name: 'Kim Poe' }, { kind: 'nobody' }]
	])('%j is %j', (typed, successor) => {
		const parsed = parseHolder({ ...HOLDER, ...typed });
		expect(parsed).toMatchObject({ ok: true, command: { successor, fromDay: '2026-03-02' } });
	});

	test.each([
		[{}, 'successor', 'Select who holds the post now'],
		[{ successor: 'somebody' }, 'successor', 'Select who holds the post now'],
		[{ successor: 'person', person: '' }, 'person', 'Select a person'],
		[{ successor: 'name', name: '  ' }, 'name', 'Enter the name of the new holder'],
		[{ successor: 'nobody', 'fromDay-day': '31', 'fromDay-month': '2' }, 'fromDay', 'real date'],
		[{ successor: 'nobody', reason: ' ' }, 'reason', 'Enter why the holder changes']
	])('%j is refused at %s: %s', (typed, field, words) => {
		const parsed = parseHolder({ ...HOLDER, ...typed });
		expect(parsed.ok ? [] : parsed.problems).toContainEqual({
			field,
			message: expect.stringContaining(words)
		});
	});
});

describe('a move to another post', () => {
	test('takes several assignments, each once, or all', () => {
		const typed = { ...STAMP, to: '3', reason: 'A retirement' };
		expect(parseReassignment({ ...typed, assignment: ['OIC-3:1', 'OIC-7:2'] })).toMatchObject({
			ok: true,
			command: {
				to: 3,
				assignments: [
					{ reference: 'OIC-3', version: 1 },
					{ reference: 'OIC-7', version: 2 }
				]
			}
		});
		expect(parseReassignment({ ...typed, all: 'yes' })).toMatchObject({ ok: true });
	});

	test('says everything that is missing at once', () => {
		const parsed = parseReassignment({ ...STAMP, reason: '' });
		expect(parsed.ok ? [] : parsed.problems).toEqual([
			{ field: 'assignment', message: 'Select at least one assignment' },
			{ field: 'to', message: 'Select a post' },
			{ field: 'reason', message: 'Enter why they move' }
		]);
	});
});

test.each([
	['', 'accountable', 1],
	['duty=delivery&page=3', 'delivery', 3],
	['duty=nonsense&page=-1', 'accountable', 1],
	['page=99999999999', 'accountable', 1]
])('the address %j shows what it %s, page %i', (query, duty, page) => {
	expect(readPostQuery(new URLSearchParams(query))).toEqual({ duty, page });
});
