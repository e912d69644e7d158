import { describe, expect, test } from 'vitest';
import { addDays, fromEpochDay, plainDate, toEpochDay, type PlainDate } from './plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen } from './status.ts';
import {
	DUE_SOON_DAYS,
	TIMELINESS,
	timelinessOf,
	wouldBeOverdueWithoutExtensions,
	type TimelinessFacts
} from './timeliness.ts';
import fc from 'fast-check';

const TODAY = plainDate('2026-03-10');

/** In progress, with one deadline that never moved. */
const due = (days: number, rest: Partial<TimelinessFacts> = {}): TimelinessFacts => ({
	status: 'in-progress',
	originalDueOn: addDays(TODAY, days),
	currentDueOn: addDays(TODAY, days),
	claimedOn: null,
	...rest
});

describe('how timely an open assignment is', () => {
	test.each([
		[-400, 'overdue'],
		[-1, 'overdue'],
		[0, 'due-soon'],
		[1, 'due-soon'],
		[DUE_SOON_DAYS, 'due-soon'],
		[DUE_SOON_DAYS + 1, 'later'],
		[400, 'later']
	])('due in %i days: %s', (days, timeliness) => {
		expect(timelinessOf(due(days), TODAY)).toBe(timeliness);
	});
	test('no date is neither late nor on time', () => {
		const facts = due(0, { originalDueOn: null, currentDueOn: null });
		expect(timelinessOf(facts, TODAY)).toBe('no-date');
	});
	test('a date that was taken away is no date', () => {
		expect(timelinessOf(due(-9, { currentDueOn: null }), TODAY)).toBe('no-date');
	});
	test('past its original date with a new one agreed is said, however near the new one is', () => {
		for (const days of [0, 5, 200]) {
			expect(timelinessOf(due(days, { originalDueOn: addDays(TODAY, -1) }), TODAY)).toBe(
				'rescheduled'
			);
		}
	});
	test('on its original day it is not yet past it', () => {
		expect(timelinessOf(due(40, { originalDueOn: TODAY }), TODAY)).toBe('later');
	});
	test('past the new date as well is overdue', () => {
		expect(timelinessOf(due(-1, { originalDueOn: addDays(TODAY, -90) }), TODAY)).toBe('overdue');
	});
	test('a date brought forward and passed is overdue, though the original lies ahead', () => {
		expect(timelinessOf(due(-1, { originalDueOn: addDays(TODAY, 90) }), TODAY)).toBe('overdue');
	});
	test('confirmed and closed assignments are neither', () => {
		for (const status of ASSIGNMENT_STATUSES) {
			expect(timelinessOf(due(-10, { status }), TODAY) === null).toBe(!isOpen(status));
		}
	});
});

describe('a claim that waits for a decision', () => {
	const claim = (days: number, claimedDaysAgo: number) =>
		due(days, { status: 'reported-complete', claimedOn: addDays(TODAY, -claimedDaysAgo) });

	test('made on the last day, it is on time years later', () => {
		expect(timelinessOf(claim(-900, 900), TODAY)).toBe('due-soon');
		expect(wouldBeOverdueWithoutExtensions(claim(-900, 900), TODAY)).toBe(false);
	});
	test('made a day late, it is late', () => {
		expect(timelinessOf(claim(-900, 899), TODAY)).toBe('overdue');
		expect(wouldBeOverdueWithoutExtensions(claim(-900, 899), TODAY)).toBe(true);
	});
	test('once returned, the days count against the organisation again', () => {
		expect(timelinessOf({ ...claim(-900, 900), status: 'returned' }, TODAY)).toBe('overdue');
	});
	test('without the day it was made, today is all there is', () => {
		expect(timelinessOf({ ...claim(-1, 0), claimedOn: null }, TODAY)).toBe('overdue');
	});
});

describe('without extensions', () => {
	test.each([
		['never moved and not due', due(1), false],
		['due today', due(0), false],
		['overdue', due(-1), true],
		['moved from yesterday', due(90, { originalDueOn: addDays(TODAY, -1) }), true],
		['moved, but the original lies ahead', due(90, { originalDueOn: addDays(TODAY, 1) }), false],
		['brought forward and overdue', due(-1, { originalDueOn: addDays(TODAY, 90) }), true],
		[
			'taken away after it had passed',
			due(0, { originalDueOn: addDays(TODAY, -1), currentDueOn: null }),
			true
		],
		['never set', due(0, { originalDueOn: null, currentDueOn: null }), false],
		['closed', due(-1, { status: 'confirmed' }), false]
	])('%s', (_, facts, expected) => {
		expect(wouldBeOverdueWithoutExtensions(facts, TODAY)).toBe(expected);
	});

	test('whatever is overdue would be, so the count never falls below that of overdue', () => {
		fc.assert(
			fc.property(ANY_FACTS, (facts) => {
				if (timelinessOf(facts, TODAY) !== 'overdue') return;
				expect(wouldBeOverdueWithoutExtensions(facts, TODAY)).toBe(true);
			})
		);
	});
});

describe('whatever the facts', () => {
	test('an open assignment has exactly one timeliness, and time only makes it worse', () => {
		fc.assert(
			fc.property(ANY_FACTS, fc.integer({ min: 0, max: 200 }), (facts, days) => {
				const now = timelinessOf(facts, TODAY);
				expect(now === null).toBe(!isOpen(facts.status));
				if (now === null || now === 'no-date') return;
				const then = timelinessOf(facts, addDays(TODAY, days));
				expect(then).not.toBeNull();
				expect(urgency(then)).toBeLessThanOrEqual(urgency(now));
			})
		);
	});
});

const NEAR: fc.Arbitrary<PlainDate> = fc
	.integer({ min: -100, max: 100 })
	.map((days) => fromEpochDay(toEpochDay(TODAY) + days));
const ANY_FACTS: fc.Arbitrary<TimelinessFacts> = fc.record({
	status: fc.constantFrom(...ASSIGNMENT_STATUSES),
	originalDueOn: fc.option(NEAR, { nil: null }),
	currentDueOn: fc.option(NEAR, { nil: null }),
	claimedOn: fc.option(NEAR, { nil: null })
});

function urgency(timeliness: (typeof TIMELINESS)[number] | null): number {
	return timeliness === null ? Infinity : TIMELINESS.indexOf(timeliness);
}
