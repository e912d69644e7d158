import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadApart } from './spread-apart.ts';

test('labels with room between them stay where they are', () => {
	const labels = [
		{ middle: 100, height: 20 },
		{ middle: 40, height: 20 }
	];
	expect(spreadApart(labels, 0, 200)).toEqual([100, 40]);
});

test('labels at one place are stacked inside the picture, in their order', () => {
	const labels = [0, 1, 2].map(() => ({ middle: 195, height: 20 }));
	expect(spreadApart(labels, 0, 200)).toEqual([150, 170, 190]);
});

test('where all fit, none overlaps another and none leaves the bounds', () => {
	const label = fc.record({ middle: fc.integer({ min: -50, max: 450 }), height: fc.constant(20) });
	fc.assert(
		fc.property(fc.array(label, { maxLength: 10 }), (labels) => {
			const middles = spreadApart(labels, 0, 400).sort((a, b) => a - b);
			for (const [index, middle] of middles.entries()) {
				expect(middle).toBeGreaterThanOrEqual(10);
				expect(middle).toBeLessThanOrEqual(390);
				if (index > 0) expect(middle - middles[index - 1]!).toBeGreaterThanOrEqual(20);
			}
		})
	);
});
