import { daysBetween, type PlainDate } from './plain-date.ts';

/** What a day did to the assignments of one recommendation. */
export interface ClosureDay {
	readonly day: PlainDate;
	/** That came to be confirmed on that day, and were at its end. */
	readonly confirmed: number;
	/** Applicable and not confirmed at its end. */
	readonly open: number;
}

/** One confirmation. */
export interface Closure {
	readonly day: PlainDate;
	/** Days since the confirmation before it; null of the first, which tells how long the start took. */
	readonly waited: number | null;
	/** How many were open while it was waited for. */
	readonly among: number;
}

/** Fewer say nothing about a pace; on fewer days they are a batch, and no pace either. */
export const LEAST_CLOSURES = 8;
export const LEAST_CLOSURE_DAYS = 4;

/** The confirmations in the order of their days, of a history whose days rise. */
export function closuresOf(history: readonly ClosureDay[]): Closure[] {
	const closures: Closure[] = [];
	for (const { day, confirmed, open } of history) {
		for (let rest = confirmed; rest > 0; rest -= 1) {
			const before = closures.at(-1);
			const waited = before ? daysBetween(before.day, day) : null;
			closures.push({ day, waited, among: open + rest });
		}
	}
	return closures;
}

export function isEnoughToDrawFrom(closures: readonly Closure[]): boolean {
	const days = new Set(closures.map(({ day }) => day));
	return closures.length >= LEAST_CLOSURES && days.size >= LEAST_CLOSURE_DAYS;
}

export interface Start {
	/** Enough of them by `isEnoughToDrawFrom`. */
	readonly closures: readonly Closure[];
	/** On the day that the futures start from. */
	readonly open: number;
	readonly from: PlainDate;
}

/** One way in which it may go on. */
export interface Future {
	/** From the start to the last confirmation that was looked for; not rounded. */
	readonly days: number;
	/** How many are confirmed within the days looked at. */
	readonly confirmed: number;
}

/**
 * So many futures: the method is described at `forecastOf`.
 * @param within stops looking so many days after the start; without it each future ends with the last open one
 */
export function drawFutures(
	{ closures, open, from }: Start,
	seed: number,
	{ futures, within = Infinity }: { readonly futures: number; readonly within?: number }
) {
	const next = mulberry32(seed);
	const waits = closures.flatMap(({ waited, among }) =>
		waited === null ? [] : [{ waited, among }]
	);
	const silence = daysBetween(closures.at(-1)!.day, from);
	const views = SLOWINGS.map(({ power }) => ({
		efforts: waits.map(({ waited, among }) => waited * among ** power),
		unheard: silence * open ** power,
		speeds: Array.from({ length: open }, (_, done) => (open - done) ** power)
	}));
	const shares = weigh(waits);
	const resample = new Float64Array(waits.length);
	return Array.from({ length: futures }, (): Future => {
		const { efforts, unheard, speeds } = views[indexAt(shares, next())]!;
		let total = 0;
		for (let index = 0; index < resample.length; index += 1) {
			resample[index] = efforts[Math.floor(next() * efforts.length)]!;
			total += resample[index]!;
		}
		const stretch = total === 0 ? 1 : 1 + unheard / total;
		let [days, confirmed] = [0, 0];
		for (const speed of speeds) {
			const wait = (resample[Math.floor(next() * resample.length)]! * stretch) / speed;
			if (days + wait > within) break;
			days += wait;
			confirmed += 1;
		}
		return { days, confirmed };
	});
}

/**
 * The pace goes with the number that is left to some power: 1 where bodies work side by side, 0 where a queue is
 * worked off. Beforehand the first is held for likelier, as it is what a recommendation to many bodies is.
 */
const SLOWINGS = [
	{ power: 0, before: 0.15 },
	{ power: 0.5, before: 0.25 },
	{ power: 1, before: 0.6 }
] as const;

/** How far to believe each of them, by Bayes: by how likely it makes the waits, were each exponential. */
function weigh(waits: readonly { readonly waited: number; readonly among: number }[]): number[] {
	const logs = waits.reduce((sum, { among }) => sum + Math.log(among), 0);
	const likelihoods = SLOWINGS.map(({ power }) => {
		const total = waits.reduce((sum, { waited, among }) => sum + waited * among ** power, 0);
		return power * logs - waits.length * Math.log(total);
	});
	const best = Math.max(...likelihoods);
	const weights = SLOWINGS.map(({ before }, at) => before * Math.exp(likelihoods[at]! - best));
	const sum = weights.reduce((total, weight) => total + weight, 0);
	return weights.map((weight) => weight / sum);
}

function indexAt(shares: readonly number[], ticket: number): number {
	let left = ticket;
	const index = shares.findIndex((share) => (left -= share) < 0);
	return index < 0 ? shares.length - 1 : index;
}

/** Numbers from 0 up to 1: Tommy Ettinger's Mulberry32, the same on every machine. */
function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
