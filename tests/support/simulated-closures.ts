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
	return asHistory(confirmedOn, bodies, start);
}

/** Bodies that do nothing for a long time and then all at once: another world than the forecast's (Weibull, shape 3). */
export function quickening(bodies: number, start: PlainDate, random: () => number): ClosureDay[] {
	const confirmedOn = new Map<number, number>();
	const days = Array.from(
		{ length: bodies },
		() => 60 + 400 * (-Math.log(1 - random())) ** (1 / 3)
	);
	for (const each of days.sort((a, b) => a - b)) {
		const day = Math.ceil(each);
		confirmedOn.set(day, (confirmedOn.get(day) ?? 0) + 1);
	}
	return asHistory(confirmedOn, bodies, start);
}

function asHistory(
	confirmedOn: ReadonlyMap<number, number>,
	bodies: number,
	start: PlainDate
): ClosureDay[] {
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
