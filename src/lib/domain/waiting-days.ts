import { daysBetween, earlier, later, type PlainDate } from './plain-date.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

/** From the first day of a wait to the day it ended, which is no longer part of it; null while it lasts. */
export interface Wait {
	readonly from: PlainDate;
	readonly to: PlainDate | null;
}

/** Whole days. `waiting` and `own` make `elapsed`. */
export interface DaysApart {
	readonly elapsed: number;
	readonly waiting: number;
	readonly own: number;
}

/**
 * Of the days from one day to another, how many the body waited and how many were its own. A day on which it
 * waited for several counts once. No deadline moves by it.
 */
export function countDaysApart(
	from: PlainDate,
	until: PlainDate,
	waits: readonly Wait[]
): DaysApart {
	const elapsed = Math.max(0, daysBetween(from, until));
	const inOrder = waits
		.map((wait) => ({ from: later(wait.from, from), to: earlier(wait.to ?? until, until) }))
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	let waiting = 0;
	let countedTo = from;
	for (const wait of inOrder) {
		waiting += Math.max(0, daysBetween(later(wait.from, countedTo), wait.to));
		countedTo = later(countedTo, wait.to);
	}
	return { elapsed, waiting, own: elapsed - waiting };
}

/** The day to which an assignment's days are counted: today, or when it was reported complete or closed. */
export function countsDaysUntil(
	of: {
		readonly status: AssignmentStatus;
		readonly statusOn: PlainDate;
		readonly claimedOn: PlainDate | null;
	},
	today: PlainDate
): PlainDate {
	if (!isOpen(of.status)) return of.statusOn;
	return of.claimedOn ?? today;
}
