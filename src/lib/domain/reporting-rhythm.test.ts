import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportingPeriod } from './freshness.ts';
import {
	addDays,
	daysBetween,
	fromEpochDay,
	partsOf,
	plainDate,
	toEpochDay
} from './plain-date.ts';
import type { PlainDate } from './plain-date.ts';
import { LEAST_DAYS, periodDue, type ReportingRhythm } from './reporting-rhythm.ts';

const due = (rhythm: ReportingRhythm, last: string | null, today: string) => {
	const period = periodDue(rhythm, last === null ? null : plainDate(last), plainDate(today));
	return period && `${period.opensOn} to ${period.closesOn}`;
};

describe('a month', () => {
	test.each([
		['2026-01-31', '2026-02-01', '2026-02-01 to 2026-02-28'],
		['2028-01-31', '2028-02-01', '2028-02-01 to 2028-02-29'],
		['2026-11-30', '2026-12-01', '2026-12-01 to 2026-12-31'],
		['2026-12-31', '2027-01-01', '2027-01-01 to 2027-01-31']
	])('that follows %s opens on %s: %s', (last, today, period) => {
		expect(due('monthly', last, today)).toBe(period);
	});
	test('opens on its first day also when that is found out some days later', () => {
		expect(due('monthly', '2026-02-28', '2026-03-09')).toBe('2026-03-01 to 2026-03-31');
	});
	test('found out so late that nobody would have two weeks lasts until the end of the next', () => {
		expect(due('monthly', '2026-02-28', '2026-03-18')).toBe('2026-03-01 to 2026-03-31');
		expect(due('monthly', '2026-02-28', '2026-03-19')).toBe('2026-03-01 to 2026-04-30');
	});
	test('of which nobody was told is not asked for afterwards', () => {
		expect(due('monthly', '2026-01-31', '2026-03-05')).toBe('2026-03-05 to 2026-03-31');
	});
});

describe('a quarter', () => {
	test.each([
		['2025-12-31', '2026-01-01', '2026-01-01 to 2026-03-31'],
		['2026-03-31', '2026-04-01', '2026-04-01 to 2026-06-30'],
		['2026-09-30', '2026-10-01', '2026-10-01 to 2026-12-31'],
		// After months, what is left of the quarter.
		['2026-01-31', '2026-02-01', '2026-02-01 to 2026-03-31']
	])('that follows %s opens on %s: %s', (last, today, period) => {
		expect(due('quarterly', last, today)).toBe(period);
	});
});

test('the first period opens on the day on which somebody looks', () => {
	expect(due('monthly', null, '2026-03-05')).toBe('2026-03-05 to 2026-03-31');
	expect(due('quarterly', null, '2026-03-25')).toBe('2026-03-25 to 2026-06-30');
});

test('while a period runs, and where there is no rhythm, none is due', () => {
	expect(due('monthly', '2026-03-31', '2026-03-31')).toBeNull();
	expect(due('monthly', '2026-04-15', '2026-03-31')).toBeNull();
	expect(due('none', null, '2026-03-31')).toBeNull();
	expect(due('none', '2026-01-31', '2026-03-31')).toBeNull();
});

const aDay = fc
	.integer({ min: toEpochDay(plainDate('2023-01-01')), max: toEpochDay(plainDate('2032-12-31')) })
	.map(fromEpochDay);
const aRhythm = fc.constantFrom('monthly' as const, 'quarterly' as const);

test('looked at every day, periods leave no gap and no overlap, and end where months end', () => {
	fc.assert(
		fc.property(aRhythm, aDay, fc.nat({ max: 100 }), (rhythm, start, before) => {
			const last = before === 100 ? null : addDays(start, -1 - (before % 3));
			const periods = lived(
				() => rhythm,
				last,
				start,
				800,
				() => true
			);
			expect(periods.length).toBeGreaterThan(rhythm === 'monthly' ? 24 : 7);
			for (const [index, { opensOn, closesOn }] of periods.entries()) {
				if (index > 0) expect(opensOn).toBe(addDays(periods[index - 1]!.closesOn, 1));
				expect(partsOf(addDays(closesOn, 1)).day).toBe(1);
				if (rhythm === 'quarterly') expect(partsOf(closesOn).month % 3).toBe(0);
				const days = daysBetween(opensOn, closesOn) + 1;
				if (index === 0) expect(days).toBeGreaterThanOrEqual(LEAST_DAYS);
				else expect(days).toBeGreaterThanOrEqual(rhythm === 'monthly' ? 28 : 90);
				if (index > 0) expect(days).toBeLessThanOrEqual(rhythm === 'monthly' ? 31 : 92);
			}
		}),
		{ numRuns: 60 }
	);
});

test('whatever the rhythm becomes and whenever the service is up: no overlap, and two weeks at least', () => {
	const aLife = fc.array(
		fc.record({
			rhythm: fc.constantFrom('none' as const, 'monthly', 'quarterly'),
			isUp: fc.boolean()
		}),
		{ minLength: 300, maxLength: 300, size: 'max' }
	);
	fc.assert(
		fc.property(aDay, aLife, (start, life) => {
			const periods = lived(
				(day) => life[day]!.rhythm,
				null,
				start,
				life.length,
				(day) => life[day]!.isUp
			);
			for (const [index, { opensOn, closesOn, foundOn }] of periods.entries()) {
				expect(opensOn <= foundOn).toBe(true);
				expect(daysBetween(foundOn, closesOn) + 1).toBeGreaterThanOrEqual(LEAST_DAYS);
				if (index > 0) expect(opensOn > periods[index - 1]!.closesOn).toBe(true);
			}
		}),
		{ numRuns: 60 }
	);
});

/** What is opened when somebody looks on each of so many days on which the service is up. */
function lived(
	rhythmOn: (day: number) => ReportingRhythm,
	last: PlainDate | null,
	start: PlainDate,
	days: number,
	isUpOn: (day: number) => boolean
) {
	const periods: (ReportingPeriod & { foundOn: PlainDate })[] = [];
	for (let day = 0; day < days; day++) {
		const foundOn = addDays(start, day);
		const lastClosedOn = periods.at(-1)?.closesOn ?? last;
		const period = isUpOn(day) ? periodDue(rhythmOn(day), lastClosedOn, foundOn) : null;
		if (period) periods.push({ ...period, foundOn });
	}
	return periods;
}
