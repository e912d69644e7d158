import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, fromEpochDay, plainDate, type PlainDate } from './plain-date.ts';
import { slippageOf } from './slippage.ts';

const DAY = fc.integer({ min: 19_000, max: 22_000 }).map(fromEpochDay);
const REVISIONS = fc.array(fc.record({ lastDay: fc.option(DAY, { nil: null }) }), {
	maxLength: 12
});

const on = (...days: (string | null)[]) =>
	days.map((day) => ({ lastDay: day === null ? null : plainDate(day) }));

describe('slippage', () => {
	test('moved twice, 92 days', () => {
		expect(slippageOf(on('2026-03-31', '2026-05-31', '2026-07-01'))).toEqual({
			originalDueOn: '2026-03-31',
			currentDueOn: '2026-07-01',
			moves: 2,
			days: 92
		});
	});
	test('a first date is not a move, not even after a time without one', () => {
		expect(slippageOf(on('2026-03-31'))).toMatchObject({ moves: 0, days: 0 });
		expect(slippageOf(on(null, null, '2026-03-31'))).toMatchObject({ moves: 0, days: 0 });
	});
	test('no date is no slippage', () => {
		expect(slippageOf([])).toBeNull();
		expect(slippageOf(on(null))).toBeNull();
		expect(slippageOf(on('2026-03-31', null))).toBeNull();
	});
	test('a date that was taken away and given back counts as moved, from the original', () => {
		expect(slippageOf(on('2026-03-31', null, '2026-04-30'))).toEqual({
			originalDueOn: '2026-03-31',
			currentDueOn: '2026-04-30',
			moves: 2,
			days: 30
		});
	});
	test('a date brought forward is negative', () => {
		expect(slippageOf(on('2026-03-31', '2026-03-01'))).toMatchObject({ moves: 1, days: -30 });
	});
	test('moving there and back is two moves and no days', () => {
		expect(slippageOf(on('2026-03-31', '2026-06-30', '2026-03-31'))).toMatchObject({
			moves: 2,
			days: 0
		});
	});
	test('saying the same date again is no move', () => {
		expect(slippageOf(on('2026-03-31', '2026-03-31'))).toMatchObject({ moves: 0 });
	});
});

describe('whatever revisions are appended', () => {
	test('the original never changes', () => {
		fc.assert(
			fc.property(DAY, REVISIONS, DAY, (first, middle, last) => {
				const all = [{ lastDay: first }, ...middle, { lastDay: last }];
				expect(slippageOf(all)?.originalDueOn).toBe(first);
			})
		);
	});
	test('the days are the difference between first and last, whatever lay between', () => {
		fc.assert(
			fc.property(DAY, REVISIONS, DAY, (first, middle, last) => {
				const slippage = slippageOf([{ lastDay: first }, ...middle, { lastDay: last }]);
				expect(slippage?.currentDueOn).toBe(last);
				expect(slippage?.days).toBe(daysBetween(first, last));
			})
		);
	});
	test('the count of moves never falls, and grows by one with each different date', () => {
		fc.assert(
			fc.property(
				DAY,
				fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 }),
				(first, steps) => {
					const days: PlainDate[] = [first];
					for (const step of steps) days.push(addDays(days.at(-1) ?? first, step));
					const revisions = days.map((lastDay) => ({ lastDay }));
					expect(slippageOf(revisions)?.moves).toBe(steps.length);
				}
			)
		);
	});
});
