import { daysBetween, type PlainDate } from './plain-date.ts';

/** Which way a deadline went from its original day. */
export const SLIPS = ['later', 'earlier'] as const;
export type Slip = (typeof SLIPS)[number];

export interface Slippage {
	readonly originalDueOn: PlainDate;
	readonly currentDueOn: PlainDate;
	/** How often the date was moved after it was first set. */
	readonly moves: number;
	/** From the original to the current date; negative when it was brought forward. */
	readonly days: number;
}

/**
 * Computed from the append-only revisions in the order they were made. Null while no date is set. A first
 * date after a time without one is the original, not a move; taking a date away is no date, hence null.
 */
export function slippageOf(
	revisions: readonly { readonly lastDay: PlainDate | null }[]
): Slippage | null {
	let original: PlainDate | null = null;
	let current: PlainDate | null = null;
	let moves = 0;
	for (const { lastDay } of revisions) {
		if (original !== null && lastDay !== current) moves += 1;
		original ??= lastDay;
		current = lastDay;
	}
	if (original === null || current === null) return null;
	return {
		originalDueOn: original,
		currentDueOn: current,
		moves,
		days: daysBetween(original, current)
	};
}

/** The same from what is kept of the revisions beside the assignment. Null while no date is set. */
export function slippageAt(kept: {
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
}): Slippage | null {
	const { originalDueOn, currentDueOn, deadlineMoves: moves } = kept;
	if (originalDueOn === null || currentDueOn === null) return null;
	const days = daysBetween(originalDueOn, currentDueOn);
	return { originalDueOn, currentDueOn, moves, days };
}
