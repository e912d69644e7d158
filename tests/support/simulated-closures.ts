import type { ClosureDay } from '#lib/domain/closure-draw.ts';
import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';

export interface World {
	readonly bodies: number;
	/** Confirmations a day for each open one to the power `slowing`. */
	readonly rate: number;
	/** 1: every body goes its own way. 0: a queue is worked off, so many a month. */
	readonly slowing: number;
}

/** The life of one recommendation with a pace that is known, from its allocation to its last confirmation. */
export function simulatedClosures(
	{ bodies, rate, slowing }: World,
	start: PlainDate,
	random: () => number
): ClosureDay[] {
	const confirmedOn = new Map<number, number>();
	let days = 60;
	for (let left = bodies; left > 0; left -= 1) {
		days += -Math.log(1 - random()) / (rate * left ** slowing);
		const day = Math.ceil(days);
		confirmedOn.set(day, (confirmedOn.get(day) ?? 0) + 1);
	}
	let open = bodies;
	return [
		{ day: start, confirmed: 0, open },
		...[...confirmedOn].map(([day, confirmed]) => {
			open -= confirmed;
			return { day: addDays(start, day), confirmed, open };
		})
	];
}

/** The Park and Miller minimal standard: another generator than the one under test. */
export function minimalStandard(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
