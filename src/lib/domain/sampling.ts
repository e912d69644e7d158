import { Refusal } from './refusal.ts';

/** How claims are drawn for checking. */
export const SAMPLING_METHODS = ['random', 'weighted-by-risk'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

/** What checking one drawn claim came to. */
export const SAMPLE_OUTCOMES = ['upheld', 'not-upheld', 'could-not-check'] as const;
export type SampleOutcome = (typeof SAMPLE_OUTCOMES)[number];

/** More than anybody checks, and few enough to stand on one page. */
export const SAMPLE_MAX = 500;

/** A claim that may be drawn. Of two claims the one with twice the weight is twice as likely to come first. */
export interface Drawable {
	readonly id: number;
	/** A whole number from 1. */
	readonly weight: number;
}

/** @throws Refusal 'nothing-to-draw-from' or 'sample-too-large' */
export function mustBeDrawable(populationSize: number, size: number): void {
	if (populationSize === 0) throw new Refusal('nothing-to-draw-from', { field: 'from' });
	const most = Math.min(populationSize, SAMPLE_MAX);
	if (!Number.isSafeInteger(size) || size < 1 || size > most) {
		throw new Refusal('sample-too-large', { field: 'size', facts: { most } });
	}
}

/**
 * Draws without replacement, one after the other; the same population, size and seed give the same claims in
 * the same order, on any machine. Each draw takes one of what is left with a probability in proportion to its
 * weight, so that equal weights make a simple random sample. Numbers come from SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), started from the FNV-1a hash of the
 * seed's UTF-8 bytes; those that would favour the first claims are thrown away.
 * @returns the ids in the order drawn
 */
export function drawSample(
	population: readonly Drawable[],
	size: number,
	seed: string
): readonly number[] {
	const left = population.map(({ id, weight }) => ({ id, weight }));
	const next = splitMix64(fnv1a64(seed));
	const drawn: number[] = [];
	while (drawn.length < size && left.length > 0) {
		const total = left.reduce((sum, { weight }) => sum + weight, 0);
		let ticket = below(total, next);
		const index = left.findIndex(({ weight }) => (ticket -= weight) < 0);
		drawn.push(...left.splice(index, 1).map(({ id }) => id));
	}
	return drawn;
}

/**
 * Whoever made a claim does not check it, and what was not upheld, or not checked, is said with the reason.
 * @param reason null where nothing to see was written
 * @throws Refusal 'claimant-cannot-check' or 'reason-needed'
 */
export function mustBeRecordable(
	claimedBy: number | null,
	actorId: number,
	outcome: SampleOutcome,
	reason: string | null
): void {
	if (claimedBy === actorId) throw new Refusal('claimant-cannot-check');
	if (outcome !== 'upheld' && reason === null) {
		throw new Refusal('reason-needed', { field: 'reason' });
	}
}

/** The sixty-four-bit numbers that follow a start, one at each call. */
export function splitMix64(start: bigint): () => bigint {
	let state = start;
	return () => {
		state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
		let mixed = state;
		mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
		mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
		return mixed ^ (mixed >> 31n);
	};
}

/** A whole number from 0 to below `limit`, each equally likely. */
function below(limit: number, next: () => bigint): number {
	const range = BigInt(limit);
	const fair = 2n ** 64n - (2n ** 64n % range);
	let number = next();
	while (number >= fair) number = next();
	return Number(number % range);
}

export function fnv1a64(text: string): bigint {
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text)) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	}
	return hash;
}
