import type { PlainDate } from './plain-date.ts';
import { WORKABLE, type AssignmentStatus } from './status.ts';

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
	/** When the organisation got it back from the inspectorate; null where it always had it. */
	readonly askedSince: PlainDate | null;
}

/**
 * Null when no update is owed: the assignment is closed, its claim waits for the inspectorate, or no period
 * has opened since the organisation has had it. The rows of `owed_update` say the same of each period.
 * `periods` are those of the inspection that opened on or before today, latest first; two are enough.
 */
export function freshnessOf(
	facts: FreshnessFacts,
	periods: readonly ReportingPeriod[],
	today: PlainDate
): Freshness | null {
	if (!WORKABLE.includes(facts.status)) return null;
	const [latest, previous] = periods;
	if (!latest) return null;
	if (isHeardSince(facts, latest)) return 'reported';
	if (!isAskedBy(facts, latest)) return null;
	if (latest.closesOn < today) return 'not-reported';
	const isMissed = previous && isAskedBy(facts, previous) && !isHeardSince(facts, previous);
	return isMissed ? 'not-reported' : 'owed';
}

/**
 * A period asks what the organisation had to work on before the day on which it opened: of what came later in
 * the same month nobody can expect a report yet.
 */
export function isAskedBy(
	{ allocatedOn, askedSince }: Pick<FreshnessFacts, 'allocatedOn' | 'askedSince'>,
	{ opensOn }: ReportingPeriod
): boolean {
	return (askedSince ?? allocatedOn) < opensOn;
}

function isHeardSince({ lastReportedOn }: FreshnessFacts, { opensOn }: ReportingPeriod): boolean {
	return lastReportedOn !== null && lastReportedOn >= opensOn;
}
