import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnAtOnce } from './matrix.ts';

describe('of several inspections', () => {
	test('all are drawn where they are small, and one alone where it is large', () => {
		expect(drawnAtOnce([])).toBe(0);
		expect(drawnAtOnce([30, 30, 30])).toBe(3);
		expect(drawnAtOnce(Array.from({ length: 20 }, () => 1800))).toBe(1);
		expect(drawnAtOnce([36_000])).toBe(1);
	});

	test('those at the beginning are drawn, as many as come to two thousand cells', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1 }), (sizes) => {
				const drawn = drawnAtOnce(sizes);
				const sum = (count: number) => sizes.slice(0, count).reduce((all, one) => all + one, 0);
				expect(drawn).toBeGreaterThanOrEqual(1);
				if (drawn > 1) expect(sum(drawn)).toBeLessThanOrEqual(2000);
				if (drawn < sizes.length) expect(sum(drawn + 1)).toBeGreaterThan(2000);
			})
		);
	});
});
