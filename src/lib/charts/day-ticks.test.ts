import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate, toEpochDay } from '#lib/domain/plain-date.ts';
import { dayTicks } from './day-ticks.ts';

const published = plainDate('2025-05-16');

function labels(from: string, to: string, most: number): string[] {
	return dayTicks(plainDate(from), plainDate(to), most).map(({ label }) => label);
}

test.each([
	['2025-05-16', '2025-05-16', 8, ['16 May']],
	['2025-05-16', '2025-05-19', 4, ['16 May', '17 May', '18 May', '19 May']],
	['2025-05-16', '2025-06-13', 5, ['16 May', '23 May', '30 May', '6 Jun', '13 Jun']],
	['2025-05-16', '2025-09-01', 4, ['Jun 2025', 'Jul 2025', 'Aug 2025', 'Sep 2025']],
	['2025-05-16', '2026-11-13', 3, ['Jul 2025', 'Jan 2026', 'Jul 2026']],
	['2025-01-01', '2029-06-01', 5, ['Jan 2025', 'Jan 2026', 'Jan 2027', 'Jan 2028', 'Jan 2029']]
])('from %s to %s at most %i', (from, to, most, expected) => {
	expect(labels(from, to, most)).toEqual(expected);
});

test('ticks are never more than asked for, never outside, and always rise', () => {
	const span = fc.integer({ min: 0, max: 4000 });
	fc.assert(
		fc.property(span, fc.integer({ min: 2, max: 12 }), (days, most) => {
			const last = addDays(published, days);
			const values = dayTicks(published, last, most).map(({ value }) => value);
			expect(values.length).toBeGreaterThan(0);
			expect(values.length).toBeLessThanOrEqual(most);
			expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
			expect(values[0]).toBeGreaterThanOrEqual(toEpochDay(published));
			expect(values.at(-1)).toBeLessThanOrEqual(toEpochDay(last));
		})
	);
});
