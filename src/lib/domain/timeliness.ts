import { addDays, type PlainDate } from './plain-date.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

/** In order of urgency. Computed from dates, never typed; no date is neither late nor on time. */
export const TIMELINESS = ['overdue', 'rescheduled', 'due-soon', 'later', 'no-date'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

export const DUE_SOON_DAYS = 30;

export interface TimelinessFacts {
	readonly status: AssignmentStatus;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	/** The day of the claim that is waiting for a decision, if one is. */
	readonly claimedOn: PlainDate | null;
}

/**
 * Null when the assignment is closed. A claim that waits is judged by the day it was made: the days that
 * the inspectorate takes to decide never make an organisation late.
 */
export function timelinessOf(facts: TimelinessFacts, today: PlainDate): Timeliness | null {
	if (!isOpen(facts.status)) return null;
	if (facts.currentDueOn === null) return 'no-date';
	const day = judgedOn(facts, today);
	if (facts.currentDueOn < day) return 'overdue';
	if (facts.originalDueOn !== null && facts.originalDueOn < day) return 'rescheduled';
	return facts.currentDueOn <= addDays(day, DUE_SOON_DAYS) ? 'due-soon' : 'later';
}

/** True when it is overdue, or would be had its date never been moved. */
export function wouldBeOverdueWithoutExtensions(facts: TimelinessFacts, today: PlainDate): boolean {
	if (!isOpen(facts.status)) return false;
	const day = judgedOn(facts, today);
	return [facts.originalDueOn, facts.currentDueOn].some((dueOn) => dueOn !== null && dueOn < day);
}

/** Today; of a claim that waits, the day on which it was made. */
export function judgedOn(facts: TimelinessFacts, today: PlainDate): PlainDate {
	return facts.status === 'reported-complete' && facts.claimedOn ? facts.claimedOn : today;
}
