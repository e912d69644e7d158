import { spanOf, type DaySpan } from './day-span.ts';
import { daysBetween, type PlainDate } from './plain-date.ts';
import { isOpen } from './status.ts';
import { judgedOn, type TimelinessFacts } from './timeliness.ts';

/** How many days an open assignment is past its deadline. */
export const OVERDUE_SPANS = {
	'up-to-30': [1, 30],
	'31-to-90': [31, 90],
	'91-to-180': [91, 180],
	'over-180': [181, null]
} as const satisfies Record<string, DaySpan>;
export type OverdueSpan = keyof typeof OVERDUE_SPANS;
export const OVERDUE_SPAN_NAMES = Object.keys(OVERDUE_SPANS) as OverdueSpan[];

/** In how many days an open assignment that is not overdue is due, today included. */
export const DUE_SPANS = {
	'up-to-30': [0, 30],
	'31-to-60': [31, 60],
	'61-to-90': [61, 90],
	'over-90': [91, null]
} as const satisfies Record<string, DaySpan>;
export const DUE_SPAN_NAMES = [
	...(Object.keys(DUE_SPANS) as (keyof typeof DUE_SPANS)[]),
	'no-date'
] as const;
export type DueSpan = (typeof DUE_SPAN_NAMES)[number];

/** Null where it is not overdue. A claim is judged by the day on which it was made, as by `timelinessOf`. */
export function overdueSpanOf(facts: TimelinessFacts, today: PlainDate): OverdueSpan | null {
	return overdueFrom(facts.currentDueOn, facts, today);
}

/**
 * The same had no deadline been moved: measured from the original one. Where a deadline was brought forward,
 * from the current one, which came first; so the spans add up to `wouldBeOverdueWithoutExtensions`.
 */
export function originallyOverdueSpanOf(
	facts: TimelinessFacts,
	today: PlainDate
): OverdueSpan | null {
	const [first] = [facts.originalDueOn, facts.currentDueOn].filter((day) => day !== null).sort();
	return overdueFrom(first ?? null, facts, today);
}

/**
 * By its current deadline, whatever the original one was. Null where it is overdue or closed: with those that
 * are overdue, the spans add up to all that are open.
 */
export function dueSpanOf(facts: TimelinessFacts, today: PlainDate): DueSpan | null {
	if (!isOpen(facts.status)) return null;
	if (facts.currentDueOn === null) return 'no-date';
	return spanOf(daysBetween(judgedOn(facts, today), facts.currentDueOn), DUE_SPANS);
}

function overdueFrom(
	dueOn: PlainDate | null,
	facts: TimelinessFacts,
	today: PlainDate
): OverdueSpan | null {
	if (dueOn === null || !isOpen(facts.status)) return null;
	return spanOf(daysBetween(dueOn, judgedOn(facts, today)), OVERDUE_SPANS);
}
