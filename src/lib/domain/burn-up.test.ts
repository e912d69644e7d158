import fc from 'fast-check';
import { expect, test } from 'vitest';
import { burnUp, confirmationGap, type Dated, type ProgressStep } from './burn-up.ts';
import { addDays, daysBetween, plainDate } from './plain-date.ts';

const TODAY = plainDate('2026-03-02');
const aDay = fc.integer({ min: -90, max: 60 }).map((days) => addDays(TODAY, days));
const aDated: fc.Arbitrary<Dated> = fc.record({
	status: fc.constantFrom('in-progress' as const, 'confirmed' as const, 'not-applicable' as const),
	originalDueOn: fc.option(aDay),
	currentDueOn: fc.option(aDay)
});
/** Claims on some days, each confirmed some days later or not yet. */
const someSteps = fc
	.array(fc.tuple(aDay, fc.option(fc.nat(50))), { maxLength: 40 })
	.map((claims) =>
		claims.flatMap(([day, after]): ProgressStep[] => [
			{ day, claimed: 1, confirmed: 0 },
			...(after === null ? [] : [{ day: addDays(day, after), claimed: 0, confirmed: 1 }])
		])
	);

test('each day tells what a count of the records by its end tells, and what has not come is not told', () => {
	fc.assert(
		fc.property(someSteps, fc.array(aDated, { maxLength: 30 }), (steps, dated) => {
			for (const { day, claimed, confirmed, due, originallyDue } of burnUp(steps, dated, TODAY)) {
				const by = steps.filter((step) => step.day <= day && step.day <= TODAY);
				const sum = (name: 'claimed' | 'confirmed') =>
					day > TODAY ? null : by.reduce((total, step) => total + step[name], 0);
				expect([claimed, confirmed]).toEqual([sum('claimed'), sum('confirmed')]);
				const count = (name: 'currentDueOn' | 'originalDueOn') =>
					dated.filter((one) => one.status !== 'not-applicable' && one[name] && one[name] <= day)
						.length;
				expect([due, originallyDue]).toEqual([count('currentDueOn'), count('originalDueOn')]);
			}
		})
	);
});

test('too many days are thinned evenly; the first, today and the last stay', () => {
	const steps = Array.from({ length: 400 }, (_, index) => ({
		...{ day: addDays(TODAY, index - 390), claimed: 1, confirmed: 0 }
	}));
	const dated = [{ status: 'in-progress', originalDueOn: null, currentDueOn: addDays(TODAY, 200) }];
	const days = burnUp(steps, dated as Dated[], TODAY, 60);
	expect(days.length).toBeLessThanOrEqual(60);
	expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted());
	expect(days[0]!.day).toBe(addDays(TODAY, -390));
	expect(days.find(({ day }) => day === TODAY)?.claimed).toBe(391);
	expect(days.at(-1)).toMatchObject({ day: addDays(TODAY, 200), claimed: null, due: 1 });
	const gaps = days.slice(1).map(({ day }, index) => daysBetween(days[index]!.day, day));
	expect(Math.max(...gaps.slice(0, -1))).toBeLessThanOrEqual(8);
});

test('nothing recorded makes no lines', () => {
	expect(burnUp([], [], TODAY)).toEqual([]);
});

test('the gap is the claims that wait, and the days since no more were claimed than are confirmed now', () => {
	const steps = [
		{ day: plainDate('2026-01-10'), claimed: 3, confirmed: 0 },
		{ day: plainDate('2026-02-07'), claimed: 2, confirmed: 0 },
		{ day: plainDate('2026-02-20'), claimed: 0, confirmed: 3 }
	];
	// Until 6 February three were claimed, and three are confirmed now.
	expect(confirmationGap(steps, TODAY)).toEqual({ waiting: 2, days: 24 });
	expect(confirmationGap(steps.slice(0, 2), TODAY)).toEqual({ waiting: 5, days: 52 });
	expect(confirmationGap([], TODAY)).toEqual({ waiting: 0, days: 0 });
});

test('only how a day ends counts, in whatever order it is told', () => {
	const steps = [
		{ day: plainDate('2026-01-10'), claimed: 1, confirmed: 0 },
		{ day: plainDate('2026-02-10'), claimed: -1, confirmed: 0 },
		{ day: plainDate('2026-02-10'), claimed: 1, confirmed: 0 }
	];
	expect(confirmationGap(steps, TODAY)).toEqual({ waiting: 1, days: 52 });
});

test('no day is behind where nothing waits, and a claim that was returned is none', () => {
	const steps = [
		{ day: plainDate('2026-01-10'), claimed: 2, confirmed: 0 },
		{ day: plainDate('2026-01-20'), claimed: -1, confirmed: 0 },
		{ day: plainDate('2026-02-01'), claimed: 0, confirmed: 1 }
	];
	expect(confirmationGap(steps, TODAY)).toEqual({ waiting: 0, days: 0 });
});
