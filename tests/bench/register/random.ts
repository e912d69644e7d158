/** Numbers that look random and are the same on every run. */
export interface Random {
	/** From 0 up to, but not including, 1. */
	next(): number;
	/** A whole number, both ends included. */
	between(least: number, most: number): number;
	chance(probability: number): boolean;
	pick<T>(from: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, which is plenty for invented history. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		between,
		chance: (probability) => next() < probability,
		pick(from) {
			if (from.length === 0) throw new Error('Nothing to pick from');
			return from[between(0, from.length - 1)]!;
		}
	};
}
