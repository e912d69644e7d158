import { expect, test } from 'vitest';
import { withDay, withoutDay } from '#lib/wording/as-at.ts';
import { readAsAtQuery } from './as-at.ts';

const read = (query: string) => readAsAtQuery(new URLSearchParams(query));

test('a day is read in three parts or as one, and shown again in three', () => {
	const parts = { 'day-day': '3', 'day-month': '5', 'day-year': '2026' };
	expect(read('day-day=3&day-month=5&day-year=2026')).toMatchObject({
		day: '2026-05-03',
		values: parts
	});
	expect(read('day=2026-05-03')).toMatchObject({ day: '2026-05-03', values: parts });
	expect(read('')).toMatchObject({ day: '', values: {} });
	expect(read('day-day=30&day-month=2&day-year=2026').day).toBe('30 2 2026');
});

test('only a page of this service is gone on to', () => {
	expect(read('page=%2Fassignments%3Fsort%3Ddue').page).toBe('/assignments?sort=due');
	expect(read('page=%2F%2Fevil.example').page).toBe('/recommendations');
	expect(read('page=https%3A%2F%2Fevil.example').page).toBe('/recommendations');
});

test('the day comes into an address and goes out of it again, and the rest stays', () => {
	const then = withDay('/assignments?status=confirmed', '2026-05-03');
	expect(then).toBe('/assignments?status=confirmed&as-at=2026-05-03');
	expect(withoutDay(then)).toBe('/assignments?status=confirmed');
	expect(withoutDay(withDay('/recommendations', '2026-05-03'))).toBe('/recommendations');
});
