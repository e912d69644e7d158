import { describe, expect, test } from 'vitest';
import { leastGenuine, standingOf } from './sample-bound.ts';

/** The failures in every sample of `size` of a population, of which the first `genuine` are genuine. */
function failuresOfEverySample(population: number, size: number, genuine: number): number[] {
	const failures: number[] = [];
	// A sample is a number of which each bit is a claim.
	for (let sample = 0; sample < 2 ** population; sample += 1) {
		if (bitsIn(sample) === size) failures.push(bitsIn(sample >> genuine));
	}
	return failures;
}

function bitsIn(number: number): number {
	let bits = 0;
	for (let left = number; left > 0; left >>= 1) bits += left & 1;
	return bits;
}

describe('the least number that is genuine', () => {
	test('12 of 43 checked, all upheld: at least 35', () => {
		expect(leastGenuine({ population: 43, checked: 12, failed: 0 })).toBe(35);
	});

	test('one failure lowers it, and every further one again', () => {
		const bounds = [0, 1, 2, 3, 12].map((failed) =>
			leastGenuine({ population: 43, checked: 12, failed })
		);
		expect(bounds).toEqual([35, 30, 26, 22, 0]);
	});

	test('is what every sample, taken one by one, says: for all populations of up to twelve', () => {
		for (let population = 1; population <= 12; population += 1) {
			for (let size = 1; size <= population; size += 1) {
				const samples = Array.from({ length: population + 1 }, (_, genuine) =>
					failuresOfEverySample(population, size, genuine)
				);
				for (let failed = 0; failed <= size; failed += 1) {
					const isPossible = (genuine: number) => genuine >= size - failed;
					const likely = samples.findIndex((failures, genuine) => {
						const asGood = failures.filter((number) => number <= failed).length;
						return isPossible(genuine) && asGood / failures.length > 0.05;
					});
					expect(leastGenuine({ population, checked: size, failed })).toBe(likely);
				}
			}
		}
	});

	test('claims too much in at most one sample in twenty, whatever the truth', () => {
		for (let population = 1; population <= 12; population += 1) {
			for (let size = 1; size <= population; size += 1) {
				for (let genuine = 0; genuine <= population; genuine += 1) {
					const failures = failuresOfEverySample(population, size, genuine);
					const wrong = failures.filter(
						(failed) => leastGenuine({ population, checked: size, failed }) > genuine
					);
					expect(wrong.length * 20).toBeLessThanOrEqual(failures.length);
				}
			}
		}
	});

	test('is the count itself where everything was checked, and nothing where nothing was', () => {
		expect(leastGenuine({ population: 43, checked: 43, failed: 2 })).toBe(41);
		expect(leastGenuine({ population: 43, checked: 0, failed: 0 })).toBe(0);
	});

	test('is quick and exact for a register of thousands', () => {
		expect(leastGenuine({ population: 36_000, checked: 59, failed: 0 })).toBe(34_220);
	});

	test.each([
		{ population: 5, checked: 6, failed: 0 },
		{ population: 5, checked: 3, failed: 4 },
		{ population: 5.5, checked: 3, failed: 0 },
		{ population: 5, checked: 3, failed: -1 }
	])('there is no sample of %o', (impossible) => {
		expect(() => leastGenuine(impossible)).toThrow(RangeError);
	});
});

describe('where a sample stands', () => {
	const upheld = Array.from({ length: 12 }, () => 'upheld' as const);

	test('what could not be checked lowers the number checked and is counted', () => {
		const standing = standingOf(43, 'random', [...upheld.slice(0, 10), 'could-not-check', null]);
		expect(standing).toMatchObject({ couldNotCheck: 1, waiting: 1, drawn: 12, atLeast: null });
		const done = standingOf(43, 'random', [...upheld.slice(0, 11), 'could-not-check']);
		expect(done.atLeast).toBe(leastGenuine({ population: 43, checked: 11, failed: 0 }));
	});

	test('a draw weighted by risk has no bound, unless every claim was checked', () => {
		expect(standingOf(43, 'weighted-by-risk', upheld).atLeast).toBeNull();
		expect(standingOf(12, 'weighted-by-risk', upheld).atLeast).toBe(12);
	});

	test('nothing that could be checked is no bound', () => {
		expect(standingOf(43, 'random', ['could-not-check']).atLeast).toBeNull();
	});
});
