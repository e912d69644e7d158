import { daysBetween, type PlainDate } from './plain-date.ts';
import { isClosedOtherwise, type AssignmentStatus } from './status.ts';

/** How far the deadlines of one recommendation's applicable assignments are from where they were set first. */
export interface SlippageOverall {
	/** With a deadline. */
	readonly dated: number;
	readonly later: number;
	readonly earlier: number;
	/** The one that went furthest, or where none moved the last deadline; null where none is set. */
	readonly furthest: Furthest | null;
}

export interface Furthest {
	readonly originalDueOn: PlainDate;
	readonly currentDueOn: PlainDate;
	/** From the original to the current; negative where it was brought forward. */
	readonly days: number;
	/** How often it was moved. */
	readonly moves: number;
}

export interface WithDeadline {
	readonly status: AssignmentStatus;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
}

export function slippageOverall(assignments: readonly WithDeadline[]): SlippageOverall {
	let [dated, later, earlier] = [0, 0, 0];
	let furthest: Furthest | null = null;
	for (const { status, originalDueOn, currentDueOn, deadlineMoves: moves } of assignments) {
		if (isClosedOtherwise(status) || originalDueOn === null || currentDueOn === null) continue;
		dated += 1;
		if (currentDueOn > originalDueOn) later += 1;
		if (currentDueOn < originalDueOn) earlier += 1;
		const days = daysBetween(originalDueOn, currentDueOn);
		const one = { originalDueOn, currentDueOn, days, moves };
		if (furthest === null || isFurther(one, furthest)) furthest = one;
	}
	return { dated, later, earlier, furthest };
}

/** Later counts for more than earlier; of equals the one that ends last. */
function isFurther(one: Furthest, other: Furthest): boolean {
	if (one.days !== other.days && one.days > 0) return one.days > other.days;
	if (one.days !== other.days && other.days > 0) return false;
	if (one.days !== other.days) return one.days < other.days;
	return one.currentDueOn > other.currentDueOn;
}
