import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	addMonths,
	daysBetween,
	earlier,
	endOfLondonDay,
	fromEpochDay,
	lastDayOfMonth,
	later,
	londonDay,
	parsePlainDate,
	partsOf,
	plainDate,
	plainDateOf,
	toEpochDay
} from './plain-date.ts';

const DAY = fc.integer({ min: -20_000, max: 60_000 }).map(fromEpochDay);

describe('parsing', () => {
	test.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])(
		'%s',
		(text) => {
			expect(parsePlainDate(text)).toBe(text);
			expect(plainDate(text)).toBe(text);
		}
	);
	test.each([
		'',
		'2026-02-29',
		'2026-02-30',
		'2100-02-29',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'1899-12-31',
		'3000-01-01',
		'2026-1-1',
		'26-01-01',
		'2026/01/01',
		'2026-01-01T00:00',
		' 2026-01-01',
		'2026-01-01\n',
		'２０２６-01-01'
	])('%j is no day', (text) => {
		expect(parsePlainDate(text)).toBeNull();
		expect(() => plainDate(text)).toThrow(RangeError);
	});
	test('parts that are not whole numbers make no day', () => {
		expect(plainDateOf(2026, 1.5, 1)).toBeNull();
		expect(plainDateOf(NaN, 1, 1)).toBeNull();
		expect(plainDateOf(2026, 1, Infinity)).toBeNull();
	});
});

describe('counting days', () => {
	test('adding and counting are inverse, across leap days and centuries', () => {
		fc.assert(
			fc.property(DAY, fc.integer({ min: -5_000, max: 5_000 }), (date, days) => {
				expect(daysBetween(date, addDays(date, days))).toBe(days);
				expect(addDays(addDays(date, days), -days)).toBe(date);
			})
		);
	});
	test('text order is calendar order', () => {
		fc.assert(
			fc.property(DAY, DAY, (a, b) => {
				expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
				expect(earlier(a, b) <= later(a, b)).toBe(true);
				expect([earlier(a, b), later(a, b)].sort()).toEqual([a, b].sort());
			})
		);
	});
	test('a day is its parts, its number and its text', () => {
		fc.assert(
			fc.property(DAY, (date) => {
				const { year, month, day } = partsOf(date);
				expect(plainDateOf(year, month, day)).toBe(date);
				expect(fromEpochDay(toEpochDay(date))).toBe(date);
				expect(parsePlainDate(date)).toBe(date);
			})
		);
	});
	test('leap years', () => {
		expect(addDays(plainDate('2024-02-28'), 1)).toBe('2024-02-29');
		expect(addDays(plainDate('2100-02-28'), 1)).toBe('2100-03-01');
		expect(daysBetween(plainDate('2024-01-01'), plainDate('2025-01-01'))).toBe(366);
	});
});

describe('adding months', () => {
	test.each([
		['2025-01-31', 1, '2025-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2025-05-31', 1, '2025-06-30'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-02-29', 48, '2028-02-29'],
		['2025-11-30', 3, '2026-02-28'],
		['2025-12-31', 1, '2026-01-31'],
		['2025-01-15', -1, '2024-12-15'],
		['2025-03-31', -1, '2025-02-28'],
		['2025-03-31', -25, '2023-02-28'],
		['2025-05-16', 0, '2025-05-16']
	])('%s and %i months is %s', (from, months, to) => {
		expect(addMonths(plainDate(from), months)).toBe(to);
	});
	test('keeps the day, or takes the last day of a month that is too short', () => {
		fc.assert(
			fc.property(DAY, fc.integer({ min: -150, max: 300 }), (date, months) => {
				const before = partsOf(date);
				const after = partsOf(addMonths(date, months));
				expect((after.year - before.year) * 12 + after.month - before.month).toBe(months);
				const last = partsOf(lastDayOfMonth(after.year, after.month) ?? date).day;
				expect(after.day).toBe(Math.min(before.day, last));
			})
		);
	});
	test('the last day of a month', () => {
		expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
		expect(lastDayOfMonth(2025, 1)).toBe('2025-01-31');
		expect(lastDayOfMonth(2025, 12)).toBe('2025-12-31');
		expect(lastDayOfMonth(2025, 0)).toBeNull();
		expect(lastDayOfMonth(2025, 13)).toBeNull();
	});
});

describe('the day in London', () => {
	test.each([
		['2025-06-03T22:59:59Z', '2025-06-03'],
		['2025-06-03T23:00:00Z', '2025-06-04'],
		['2025-12-03T23:59:59Z', '2025-12-03'],
		['2025-12-04T00:00:00Z', '2025-12-04'],
		['2025-03-30T00:59:59Z', '2025-03-30'],
		['2025-03-30T23:30:00Z', '2025-03-31'],
		['2025-10-25T23:30:00Z', '2025-10-26'],
		['2025-10-26T23:30:00Z', '2025-10-26']
	])('%s is %s', (instant, day) => {
		expect(londonDay(Date.parse(instant))).toBe(day);
	});
	test('is always a real day, at most one hour ahead of UTC', () => {
		fc.assert(
			fc.property(fc.integer({ min: Date.UTC(1997, 0), max: Date.UTC(2090, 0) }), (instant) => {
				const day = londonDay(instant);
				const utc = fromEpochDay(Math.floor(instant / 86_400_000));
				const anHourOn = fromEpochDay(Math.floor((instant + 3_600_000) / 86_400_000));
				expect(parsePlainDate(day)).toBe(day);
				expect([utc, anHourOn]).toContain(day);
			})
		);
	});
});

test.each(['2026-01-15', '2026-03-28', '2026-03-29', '2026-07-01', '2026-10-24', '2026-10-25'])(
	'the last instant of %s is in it, and the next one is in the next day',
	(text) => {
		const day = plainDate(text);
		expect(londonDay(endOfLondonDay(day))).toBe(day);
		expect(londonDay(endOfLondonDay(day) + 1)).toBe(addDays(day, 1));
	}
);
