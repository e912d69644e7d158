import type { PlainDate } from './plain-date.ts';
import { isOpen, type AssignmentStatus } from './status.ts';

/** Silence is not "no change": what an organisation last said has an age of its own. */
export const FRESHNESS = ['reported', 'owed', 'not-reported'] as const;
export type Freshness = (typeof FRESHNESS)[number];

/** First and last day, both included. */
export interface ReportingPeriod {
	readonly opensOn: PlainDate;
	readonly closesOn: PlainDate;
}

export interface FreshnessFacts {
	readonly status: AssignmentStatus;
	readonly lastReportedOn: PlainDate | null;
	readonly allocatedOn: PlainDate;
}

/**
 * Null when no update is owed: the assignment is closed, or no period has opened since it was allocated.
 * `periods` are those of the inspection that opened on or before today, latest first; two are enough.
 */
export function freshnessOf(
	facts: FreshnessFacts,
	periods: readonly ReportingPeriod[],
	today: PlainDate
): Freshness | null {
	if (!isOpen(facts.status)) return null;
	const [latest, previous] = periods.filter((period) => period.closesOn >= facts.allocatedOn);
	if (!latest) return null;
	if (facts.lastReportedOn !== null && facts.lastReportedOn >= latest.opensOn) return 'reported';
	if (latest.closesOn < today) return 'not-reported';
	const heardInPrevious =
		previous === undefined ||
		(facts.lastReportedOn !== null && facts.lastReportedOn >= previous.opensOn);
	return heardInPrevious ? 'owed' : 'not-reported';
}
