import { expect, test } from 'vitest';
import { plainDate } from './plain-date.ts';
import { slippageOverall, type WithDeadline } from './slippage-overall.ts';

function one(
	original: string | null,
	current: string | null,
	deadlineMoves = original === current ? 0 : 1,
	status: WithDeadline['status'] = 'in-progress'
): WithDeadline {
	return {
		...{ status, deadlineMoves },
		originalDueOn: original === null ? null : plainDate(original),
		currentDueOn: current === null ? null : plainDate(current)
	};
}

test('counts what was put back and brought forward, and tells the one that went furthest', () => {
	const overall = slippageOverall([
		one('2026-03-31', '2026-03-31'),
		one('2026-03-31', '2026-04-30'),
		one('2026-03-31', '2026-07-01', 2, 'confirmed'),
		one('2026-09-30', '2025-09-30')
	]);
	expect(overall).toEqual({
		...{ dated: 4, later: 2, earlier: 1 },
		furthest: {
			...{ originalDueOn: '2026-03-31', currentDueOn: '2026-07-01', days: 92, moves: 2 }
		}
	});
});

test('without a move it is the last deadline, and one that moved and came back is where it was', () => {
	const still = [one('2026-03-31', '2026-03-31'), one('2026-06-30', '2026-06-30', 2)];
	for (const order of [still, still.toReversed()]) {
		expect(slippageOverall(order)).toMatchObject({
			...{ later: 0, earlier: 0, furthest: { currentDueOn: '2026-06-30', days: 0, moves: 2 } }
		});
	}
});

test('of those that were only brought forward it is the one that came furthest', () => {
	const some = [
		one('2026-03-31', '2026-03-31'),
		one('2026-03-31', '2026-03-01'),
		one('2026-03-31', '2026-02-01')
	];
	for (const order of [some, some.toReversed()]) {
		expect(slippageOverall(order).furthest).toMatchObject({ days: -58 });
	}
});

test('what does not count, and what has no date or lost it, is left out', () => {
	expect(
		slippageOverall([
			one(null, null),
			one('2026-03-31', null),
			one('2026-03-31', '2026-07-01', 1, 'not-applicable')
		])
	).toEqual({ dated: 0, later: 0, earlier: 0, furthest: null });
});
