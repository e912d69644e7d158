import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, emptyCounts, rollUp, type StatusCounts } from './rollup.ts';
import { ASSIGNMENT_STATUSES } from './status.ts';

const COUNTS: fc.Arbitrary<StatusCounts> = fc
	.array(fc.nat(500), {
		minLength: ASSIGNMENT_STATUSES.length,
		maxLength: ASSIGNMENT_STATUSES.length
	})
	.map((numbers) => {
		const counts = emptyCounts();
		ASSIGNMENT_STATUSES.forEach((status, index) => (counts[status] = numbers[index] ?? 0));
		return counts;
	});

describe('a roll-up', () => {
	test('counts what is confirmed against what applies', () => {
		const counts = {
			...emptyCounts(),
			'not-started': 3,
			'in-progress': 5,
			'reported-complete': 2,
			returned: 1,
			confirmed: 31,
			'not-applicable': 1,
			'not-accepted': 2,
			'no-further-action': 4
		};
		expect(rollUp(counts)).toEqual({
			total: 49,
			closedOtherwise: 7,
			applicable: 42,
			confirmed: 31,
			claimed: 2,
			open: 11,
			isClosed: false
		});
	});
	test('is closed when everything that applies is confirmed', () => {
		expect(rollUp({ ...emptyCounts(), confirmed: 2, 'not-applicable': 1 }).isClosed).toBe(true);
		expect(rollUp({ ...emptyCounts(), confirmed: 2, 'reported-complete': 1 }).isClosed).toBe(false);
	});
	test('is not closed when nothing applies', () => {
		expect(rollUp(emptyCounts()).isClosed).toBe(false);
		expect(rollUp({ ...emptyCounts(), 'no-further-action': 9 }).isClosed).toBe(false);
	});
});

describe('whatever the counts', () => {
	test('nothing is lost or counted twice', () => {
		fc.assert(
			fc.property(COUNTS, (counts) => {
				const rollup = rollUp(counts);
				const sum = Object.values(counts).reduce((a, b) => a + b, 0);
				expect(rollup.total).toBe(sum);
				expect(rollup.confirmed + rollup.open + rollup.closedOtherwise).toBe(rollup.total);
				expect(rollup.confirmed + rollup.open).toBe(rollup.applicable);
				expect(rollup.claimed).toBeLessThanOrEqual(rollup.open);
			})
		);
	});
	test('the roll-up of a sum is the sum of the roll-ups', () => {
		fc.assert(
			fc.property(fc.array(COUNTS, { maxLength: 12 }), (all) => {
				const whole = rollUp(addCounts(all));
				for (const key of ['total', 'applicable', 'confirmed', 'claimed', 'open'] as const) {
					const sum = all.map(rollUp).reduce((total, part) => total + part[key], 0);
					expect(whole[key]).toBe(sum);
				}
			})
		);
	});
	test('adding changes none of the counts that are added', () => {
		const counts = Object.freeze({ ...emptyCounts(), confirmed: 1 });
		expect(addCounts([counts, counts]).confirmed).toBe(2);
		expect(addCounts([])).toEqual(emptyCounts());
	});
});
