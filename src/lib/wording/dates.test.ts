import { describe, expect, test } from 'vitest';
import { plainDate } from '#lib/domain/plain-date.ts';
import { formatDay, formatDayShort, formatInstant, formatMonth, relativeDays } from './dates.ts';

const day = plainDate('2025-06-04');

describe('a day', () => {
	test('is written in full, short and as its month', () => {
		expect(formatDay(day)).toBe('4 June 2025');
		expect(formatDayShort(day)).toBe('4 Jun 2025');
		expect(formatMonth(day)).toBe('June 2025');
		expect(formatDay(plainDate('2025-12-31'))).toBe('31 December 2025');
	});
	test.each([
		['2025-06-16', 'in 12 days'],
		['2025-06-05', 'tomorrow'],
		['2025-06-04', 'today'],
		['2025-06-03', 'yesterday'],
		['2025-06-01', '3 days ago'],
		['2029-06-04', 'in 1,461 days']
	])('%s is %s from 4 June 2025', (date, words) => {
		expect(relativeDays(day, plainDate(date))).toBe(words);
	});
});

describe('an instant', () => {
	test.each([
		['2025-06-04T13:05:00Z', '4 June 2025 at 14:05'],
		['2025-12-04T13:05:00Z', '4 December 2025 at 13:05'],
		['2025-06-03T23:30:00Z', '4 June 2025 at 00:30'],
		['2025-10-26T00:59:00Z', '26 October 2025 at 01:59'],
		['2025-10-26T01:00:00Z', '26 October 2025 at 01:00']
	])('%s is %s in London', (iso, words) => {
		expect(formatInstant(Date.parse(iso))).toBe(words);
	});
});
