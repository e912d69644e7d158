import { londonDay, type PlainDate } from './plain-date.ts';

/** Where instants come from; passed in, so that a test or the sample register can stand at any moment. */
export interface Clock {
	/** Epoch milliseconds. */
	now(): number;
}

export interface Moment {
	readonly at: number;
	readonly today: PlainDate;
}

/** One instant with its London day, so that a change and its day cannot disagree around midnight. */
export function momentOf(clock: Clock): Moment {
	const at = clock.now();
	return { at, today: londonDay(at) };
}

export function fixedClock(at: number): Clock {
	return { now: () => at };
}
