import { describe, expect, test } from 'vitest';
import { drawSample, fnv1a64, mustBeDrawable, splitMix64 } from './sampling.ts';
import { Refusal } from './refusal.ts';

const even = (size: number) => Array.from({ length: size }, (_, id) => ({ id, weight: 1 }));

describe('a draw', () => {
	test('is the same for the same seed, and another for another', () => {
		const first = drawSample(even(43), 12, 'a seed');
		expect(drawSample(even(43), 12, 'a seed')).toEqual(first);
		expect(drawSample(even(43), 12, 'another')).not.toEqual(first);
	});

	test('takes no claim twice, and all of them where all are asked for', () => {
		const drawn = drawSample(even(43), 43, 'a seed');
		expect(drawn.toSorted((a, b) => a - b)).toEqual(even(43).map(({ id }) => id));
	});

	test('a longer draw begins with the shorter one of the same seed', () => {
		expect(drawSample(even(43), 20, 's').slice(0, 12)).toEqual(drawSample(even(43), 12, 's'));
	});

	test('stays what it was: drawn again years later, it must be the same', () => {
		expect(drawSample(even(43), 6, 'OIC 2026')).toEqual([30, 12, 31, 3, 36, 11]);
	});

	test('takes every pair of five equally often', () => {
		const times = new Map<string, number>();
		for (let seed = 0; seed < 20_000; seed += 1) {
			const pair = drawSample(even(5), 2, `seed ${seed}`).toSorted().join('');
			times.set(pair, (times.get(pair) ?? 0) + 1);
		}
		expect(times.size).toBe(10);
		// Five standard deviations of a count around 2,000.
		for (const count of times.values()) expect(Math.abs(count - 2000)).toBeLessThan(212);
	});

	test('takes first in proportion to the weight', () => {
		const weighted = [1, 2, 3, 4].map((weight) => ({ id: weight, weight }));
		const firsts = [0, 0, 0, 0, 0];
		for (let seed = 0; seed < 20_000; seed += 1) {
			firsts[drawSample(weighted, 1, `seed ${seed}`)[0]!]! += 1;
		}
		for (const weight of [1, 2, 3, 4]) {
			expect(Math.abs(firsts[weight]! - 2000 * weight)).toBeLessThan(350);
		}
	});
});

test('the numbers are those that the authors of the method publish', () => {
	const next = splitMix64(1234567n);
	expect([next(), next(), next()]).toEqual([
		6457827717110365317n,
		3203168211198807973n,
		9817491932198370423n
	]);
	expect(fnv1a64('')).toBe(0xcbf29ce484222325n);
	expect(fnv1a64('a')).toBe(0xaf63dc4c8601ec8cn);
});

describe('a sample can be drawn', () => {
	const codeOf = (work: () => void) => {
		try {
			work();
		} catch (thrown) {
			return thrown instanceof Refusal ? thrown.code : 'bug';
		}
		return 'done';
	};

	test('of one to all, and of five hundred at the most', () => {
		expect(codeOf(() => mustBeDrawable(43, 43))).toBe('done');
		expect(codeOf(() => mustBeDrawable(43, 44))).toBe('sample-too-large');
		expect(codeOf(() => mustBeDrawable(43, 0))).toBe('sample-too-large');
		expect(codeOf(() => mustBeDrawable(9000, 501))).toBe('sample-too-large');
		expect(codeOf(() => mustBeDrawable(0, 1))).toBe('nothing-to-draw-from');
	});
});
