import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, plainDate, type PlainDate } from './plain-date.ts';
import { countDaysApart, countsDaysUntil, type Wait } from './waiting-days.ts';

const FROM = plainDate('2026-01-01');
const DAY = fc.integer({ min: -400, max: 400 }).map((days) => addDays(FROM, days));
const WAITS: fc.Arbitrary<Wait[]> = fc.array(
	fc.record({ from: DAY, length: fc.option(fc.nat({ max: 300 })) }).map(({ from, length }) => ({
		from,
		to: length === null ? null : addDays(from, length)
	})),
	{ maxLength: 8 }
);

describe('days waiting and days of one’s own', () => {
	test.each<[string, Wait[], number]>([
		['no wait', [], 0],
		['one that lasts', [wait('2026-03-01', null)], 31],
		['one that ended, without the day of its end', [wait('2026-03-01', '2026-03-11')], 10],
		['one that ended on its first day', [wait('2026-03-01', '2026-03-01')], 0],
		[
			'two that overlap, once',
			[wait('2026-03-05', '2026-03-21'), wait('2026-03-01', '2026-03-11')],
			20
		],
		['one within another', [wait('2026-03-01', null), wait('2026-03-05', '2026-03-06')], 31],
		['two apart', [wait('2026-02-01', '2026-02-11'), wait('2026-03-22', null)], 20],
		['one from before the allocation', [wait('2025-06-01', '2026-01-11')], 10],
		['one that came after', [wait('2026-05-01', null)], 0]
	])('%s', (_, waits, waiting) => {
		const until = plainDate('2026-04-01');
		expect(countDaysApart(FROM, until, waits)).toEqual({ elapsed: 90, waiting, own: 90 - waiting });
	});

	test('are the days that have passed, each counted once, whatever the waits', () => {
		fc.assert(
			fc.property(DAY, WAITS, (until, waits) => {
				const { elapsed, waiting, own } = countDaysApart(FROM, until, waits);
				expect(own + waiting).toBe(elapsed);
				expect(elapsed).toBe(Math.max(0, daysBetween(FROM, until)));
				// The same, day by day.
				const days = Array.from({ length: elapsed }, (_unused, index) => addDays(FROM, index));
				expect(waiting).toBe(days.filter((day) => waits.some((one) => holds(one, day))).length);
			})
		);
	});
});

test('they are counted until today, the claim or the close', () => {
	const today = plainDate('2026-04-01');
	const statusOn = plainDate('2026-03-01');
	const claimedOn = plainDate('2026-02-27');
	const of = { statusOn, claimedOn: null };
	expect(countsDaysUntil({ ...of, status: 'in-progress' }, today)).toBe(today);
	expect(countsDaysUntil({ ...of, status: 'reported-complete', claimedOn }, today)).toBe(claimedOn);
	expect(countsDaysUntil({ ...of, status: 'confirmed' }, today)).toBe(statusOn);
});

function wait(from: string, to: string | null): Wait {
	return { from: plainDate(from), to: to === null ? null : plainDate(to) };
}

function holds({ from, to }: Wait, day: PlainDate): boolean {
	return day >= from && (to === null || day < to);
}
