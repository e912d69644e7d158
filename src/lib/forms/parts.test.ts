import { describe, expect, test } from 'vitest';
import { parsePartsList, parsePartStatements } from './parts.ts';

const STAMP = { version: '2', submissionKey: 'a'.repeat(16) };

describe('the list of parts', () => {
	test('is read in the order of its rows, without empty and retired ones', () => {
		const typed = {
			...STAMP,
			'label-10': 'c',
			'text-10': 'Third',
			'label-0': ' a ',
			'text-0': 'First\nin two lines',
			'label-1': 'b',
			'text-1': 'Second',
			'retire-1': 'yes',
			'label-2': ' ',
			'text-2': ''
		};
		expect(parsePartsList(typed)).toEqual({
			ok: true,
			command: {
				version: 2,
				submissionKey: STAMP.submissionKey,
				parts: [
					{ label: 'a', text: 'First\nin two lines' },
					{ label: 'c', text: 'Third' }
				]
			}
		});
	});
	test('names every field that is missing or too long, and the stamp', () => {
		const parsed = parsePartsList({ 'label-0': 'a', 'text-3': 'x', 'label-3': 'x'.repeat(11) });
		expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field)).toEqual([
			'version',
			'submissionKey',
			'text-0',
			'label-3'
		]);
	});
	test('may be empty', () => {
		expect(parsePartsList(STAMP)).toMatchObject({ ok: true, command: { parts: [] } });
	});
});

describe('what is said of parts', () => {
	test('is read by the number of the part', () => {
		const typed = {
			...STAMP,
			'part-12': 'met',
			'note-12': ' Sampled ',
			'metOn-12-day': '1',
			'metOn-12-month': '3',
			'metOn-12-year': '2026',
			'part-3': 'open',
			'note-3': ''
		};
		expect(parsePartStatements(typed)).toMatchObject({
			ok: true,
			command: {
				parts: [
					{ partId: 3, isMet: false, note: undefined },
					{ partId: 12, isMet: true, note: 'Sampled', metOn: '2026-03-01' }
				]
			}
		});
	});
	test.each([
		[{ 'part-1': 'maybe' }, 'part-1'],
		[{ 'note-1': 'Said, but not whether it is met' }, 'part-1'],
		[{ 'part-1': 'met', 'note-1': 'x'.repeat(2001) }, 'note-1'],
		[{ 'part-1': 'met', 'metOn-1-day': '31', 'metOn-1-month': '2' }, 'metOn-1']
	])('%o is refused at %s', (typed, field) => {
		const parsed = parsePartStatements({ ...STAMP, ...typed });
		expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.field)).toEqual([field]);
	});
	test.each(['__proto__', 'part-', 'part-1e9', 'part--1', 'xpart-1'])('%s is no part', (name) => {
		expect(parsePartStatements({ ...STAMP, [name]: 'met' })).toMatchObject({
			ok: true,
			command: { parts: [] }
		});
	});
});
