import type { PlainDate } from './plain-date.ts';

export const NEXT_DATES = ['review', 'milestone', 'deadline'] as const;
export type NextDateKind = (typeof NEXT_DATES)[number];

export interface NextDate {
	readonly kind: NextDateKind;
	readonly day: PlainDate;
}

/**
 * The next day on which something is promised of an assignment: the review of a wait, the milestone of the
 * latest update, or the deadline, whichever of those that have not passed comes first. Null for none.
 */
export function nextDateOf(
	facts: {
		readonly reviewOn: PlainDate | null;
		readonly nextMilestoneOn: PlainDate | null;
		readonly currentDueOn: PlainDate | null;
	},
	today: PlainDate
): NextDate | null {
	const { reviewOn: review, nextMilestoneOn: milestone, currentDueOn: deadline } = facts;
	const days = { review, milestone, deadline };
	let next: NextDate | null = null;
	for (const kind of NEXT_DATES) {
		const day = days[kind];
		if (day !== null && day >= today && (next === null || day < next.day)) next = { kind, day };
	}
	return next;
}
