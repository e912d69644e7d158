import type { SampleOutcome, SamplingMethod } from './sampling.ts';

/** What a bound is worked out from. */
export interface Checked {
	/** Claims that were drawn from. */
	readonly population: number;
	/** Claims that were checked; those that could not be are not among them. */
	readonly checked: number;
	/** Checked claims that were not upheld. */
	readonly failed: number;
}

/** One in so many samples may be as good as this one by luck: 95% confidence. */
const LUCK = 20n;

/**
 * The greatest number G of which one can say with 95% confidence: at least G of the population are genuine.
 * It is the exact one-sided lower limit of a hypergeometric count, found by inverting the test: the smallest G
 * for which a simple random sample without replacement would have been at least this good in more than 5% of
 * all draws. So of all samples that could be drawn, at most 5% claim too much, whatever the truth. The counts
 * are whole numbers of any length: nothing is rounded.
 *
 * True for simple random samples only: every claim must have been equally likely to be drawn.
 *
 * Method: T. Wright, Exact Confidence Bounds when Sampling from Small Finite Universes (Springer, 1991);
 * W. Wang, "Exact Optimal Confidence Intervals for Hypergeometric Parameters", Journal of the American
 * Statistical Association 110 (2015), 1491–1499, doi 10.1080/01621459.2014.966191.
 */
export function leastGenuine({ population, checked, failed }: Checked): number {
	const numbers = [population, checked, failed];
	if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) {
		throw new RangeError(`No sample: ${numbers.join(', ')}`);
	}
	if (checked > population || failed > checked) {
		throw new RangeError(`No sample: ${numbers.join(', ')}`);
	}
	const all = choose(population, checked);
	// More genuine claims make a good sample likelier, so the limit is found by halving.
	let low = checked - failed;
	let high = population - failed;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (LUCK * asGood(middle, population, checked, failed) > all) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** How many of the samples of `checked` have `failed` or fewer that are not genuine, where `genuine` are. */
function asGood(genuine: number, population: number, checked: number, failed: number): bigint {
	const bad = population - genuine;
	let samples = 0n;
	for (let among = 0; among <= Math.min(failed, bad); among += 1) {
		samples += choose(bad, among) * choose(genuine, checked - among);
	}
	return samples;
}

/** In how many ways `some` can be taken of `all`. */
function choose(all: number, some: number): bigint {
	if (some < 0 || some > all) return 0n;
	let ways = 1n;
	for (let index = 1; index <= Math.min(some, all - some); index += 1) {
		ways = (ways * BigInt(all - index + 1)) / BigInt(index);
	}
	return ways;
}

/** Where the checking of a sample stands. */
export interface SampleStanding {
	readonly population: number;
	readonly drawn: number;
	readonly upheld: number;
	readonly notUpheld: number;
	readonly couldNotCheck: number;
	/** Without an outcome yet. */
	readonly waiting: number;
	/**
	 * At least so many of the population are genuine, with 95% confidence. Null where nothing true can be said:
	 * something still waits, nothing could be checked, or the draw was not equally likely to take any claim.
	 */
	readonly atLeast: number | null;
}

/** @param outcomes the latest of each drawn claim; null where there is none yet */
export function standingOf(
	population: number,
	method: SamplingMethod,
	outcomes: readonly (SampleOutcome | null)[]
): SampleStanding {
	const count = (outcome: SampleOutcome | null) =>
		outcomes.filter((candidate) => candidate === outcome).length;
	const upheld = count('upheld');
	const notUpheld = count('not-upheld');
	const waiting = count(null);
	const checked = upheld + notUpheld;
	// Whoever takes every claim has not sampled: then the count is the truth, however it was drawn.
	const isTrue = method === 'random' || checked === population;
	const isBounded = isTrue && waiting === 0 && checked > 0;
	return {
		population,
		drawn: outcomes.length,
		upheld,
		notUpheld,
		couldNotCheck: count('could-not-check'),
		waiting,
		atLeast: isBounded ? leastGenuine({ population, checked, failed: notUpheld }) : null
	};
}
