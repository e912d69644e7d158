/** Chance that is the same every time: one seed, one sequence. */
export interface Chance {
	/** Whole number from `low` to `high`, both included. */
	between(low: number, high: number): number;
	/** True in this share of cases, 0 to 1. */
	happens(share: number): boolean;
	pick<T>(list: readonly T[]): T;
	shuffled<T>(list: readonly T[]): T[];
}

/** Mulberry32 (Tommy Ettinger), seeded with a text. Good enough for invention, useless for secrets. */
export function chanceOf(seed: string): Chance {
	let state = hashOf(seed);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		between,
		happens: (share) => next() < share,
		pick<T>(list: readonly T[]): T {
			const picked = list[between(0, list.length - 1)];
			if (picked === undefined) throw new RangeError('Nothing to pick from');
			return picked;
		},
		shuffled<T>(list: readonly T[]): T[] {
			return list
				.map((item) => ({ item, rank: next() }))
				.sort((a, b) => a.rank - b.rank)
				.map(({ item }) => item);
		}
	};
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return hash >>> 0;
}
