import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueSpanOf, originallyOverdueSpanOf, overdueSpanOf } from './due-span.ts';
import { addDays, plainDate } from './plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen } from './status.ts';
import { timelinessOf, wouldBeOverdueWithoutExtensions } from './timeliness.ts';

const TODAY = plainDate('2026-03-02');
const OPEN = { status: 'in-progress', originalDueOn: null, claimedOn: null } as const;

function dueIn(days: number) {
	return { ...OPEN, currentDueOn: addDays(TODAY, days) };
}

test.each([
	[0, null],
	[-1, 'up-to-30'],
	[-30, 'up-to-30'],
	[-31, '31-to-90'],
	[-90, '31-to-90'],
	[-91, '91-to-180'],
	[-180, '91-to-180'],
	[-181, 'over-180'],
	[-4000, 'over-180']
])('due %i days from now it is overdue for %s', (days, span) => {
	expect(overdueSpanOf(dueIn(days), TODAY)).toBe(span);
});

test.each([
	[-1, null],
	[0, 'up-to-30'],
	[30, 'up-to-30'],
	[31, '31-to-60'],
	[61, '61-to-90'],
	[90, '61-to-90'],
	[91, 'over-90']
])('due %i days from now it is due in %s', (days, span) => {
	expect(dueSpanOf(dueIn(days), TODAY)).toBe(span);
});

test('without its extensions it is overdue since the original day, or the earlier of the two', () => {
	const moved = { ...dueIn(20), originalDueOn: addDays(TODAY, -100) };
	expect(overdueSpanOf(moved, TODAY)).toBeNull();
	expect(originallyOverdueSpanOf(moved, TODAY)).toBe('91-to-180');
	const broughtForward = { ...dueIn(-5), originalDueOn: addDays(TODAY, 50) };
	expect(originallyOverdueSpanOf(broughtForward, TODAY)).toBe('up-to-30');
});

test('the days that the inspectorate takes to decide age nothing', () => {
	const claimed = {
		...dueIn(-50),
		status: 'reported-complete' as const,
		claimedOn: addDays(TODAY, -60)
	};
	expect(overdueSpanOf(claimed, TODAY)).toBeNull();
	expect(dueSpanOf(claimed, TODAY)).toBe('up-to-30');
});

const aDay = fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days)));
const facts = fc.record({
	status: fc.constantFrom(...ASSIGNMENT_STATUSES),
	originalDueOn: aDay,
	currentDueOn: aDay,
	claimedOn: aDay
});

test('the spans part what is overdue, what would be, and all that is open', () => {
	fc.assert(
		fc.property(facts, (one) => {
			const isOverdue = overdueSpanOf(one, TODAY) !== null;
			expect(isOverdue).toBe(timelinessOf(one, TODAY) === 'overdue');
			expect(originallyOverdueSpanOf(one, TODAY) !== null).toBe(
				wouldBeOverdueWithoutExtensions(one, TODAY)
			);
			expect(isOverdue || dueSpanOf(one, TODAY) !== null).toBe(isOpen(one.status));
			expect(isOverdue && dueSpanOf(one, TODAY) !== null).toBe(false);
		})
	);
});
