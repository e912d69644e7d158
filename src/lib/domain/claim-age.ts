import { spanOf, type DaySpan } from './day-span.ts';
import { daysBetween, type PlainDate } from './plain-date.ts';
import type { AssignmentStatus } from './status.ts';

/** For how many days a claim has waited for the inspectorate. */
export const CLAIM_AGES = {
	'under-14': [0, 13],
	'14-to-28': [14, 28],
	'29-to-56': [29, 56],
	'over-56': [57, null]
} as const satisfies Record<string, DaySpan>;
export type ClaimAge = keyof typeof CLAIM_AGES;
export const CLAIM_AGE_NAMES = Object.keys(CLAIM_AGES) as ClaimAge[];

/** Null where no claim waits. */
export function claimAgeOf(
	{ status, claimedOn }: { status: AssignmentStatus; claimedOn: PlainDate | null },
	today: PlainDate
): ClaimAge | null {
	if (status !== 'reported-complete' || claimedOn === null) return null;
	return spanOf(daysBetween(claimedOn, today), CLAIM_AGES);
}
