import { NO_FILTER } from '#lib/domain/assignment-filter.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { withQuery } from '#lib/wording/paths.ts';
import { describe, expect, it } from 'vitest';
import { readAssignmentListQuery, writeAssignmentListQuery } from './assignment-filter.ts';

const read = (text: string) => readAssignmentListQuery(new URLSearchParams(text));

describe('the address of a list', () => {
	it('names themes, organisations and periods, each as often as it likes', () => {
		const { filter } = read(
			'theme=Targeting&theme=Targeting&theme=A+%26+B&organisation=KENT&period=2026-02-01&theme='
		);
		expect(filter).toEqual({
			...NO_FILTER,
			theme: ['Targeting', 'A & B'],
			organisation: ['KENT'],
			period: ['2026-02-01']
		});
	});

	it('holds what was typed in the search box, with its spaces put right', () => {
		expect(read('q=++oic-7%09kent+').filter.q).toEqual(['oic-7 kent']);
		expect(read('q=+++').filter.q).toEqual([]);
		expect(read('q=%25_%5C%27').filter.q).toEqual([`%_\\'`]);
	});

	it.each([
		['organisation', 'kent'],
		['organisation', "KENT' or 1"],
		['period', '2026-02-30'],
		['period', 'first'],
		['theme', 'x'.repeat(201)],
		['q', 'x'.repeat(101)],
		['waitsOn', '-']
	])('refuses %s=%s, rather than list more than was asked for', (field, value) => {
		const refused = () => read(new URLSearchParams([[field, value]]).toString());
		expect(refused).toThrow(Refusal);
		expect(refused).toThrow(expect.objectContaining({ code: 'unknown-filter', facts: { field } }));
	});

	it('names its columns in the order of the table, and not at all where they are the usual ones', () => {
		expect(read('').columns).toEqual(['standing', 'due', 'owner']);
		expect(read('column=owner&column=region').columns).toEqual(['region', 'owner']);
		const usual = read('column=owner&column=due&column=standing');
		expect(withQuery('', writeAssignmentListQuery(usual))).toBe('');
		expect(() => read('column=password')).toThrow(Refusal);
	});

	it('comes out as it went in', () => {
		const text =
			'as-at=2026-02-01&column=region&column=owner&organisation=KENT&organisation=NCA&period=2026-01-01&q=a+b&theme=A+%26+B';
		expect(withQuery('', writeAssignmentListQuery(read(text)))).toBe(`?${text}`);
	});
});
