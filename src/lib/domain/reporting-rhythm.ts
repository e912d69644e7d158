import type { ReportingPeriod } from './freshness.ts';
import { addDays, addMonths, lastDayOfMonth, partsOf, type PlainDate } from './plain-date.ts';

/** How often an inspection asks for updates. */
export const REPORTING_RHYTHMS = ['none', 'monthly', 'quarterly'] as const;
export type ReportingRhythm = (typeof REPORTING_RHYTHMS)[number];

/** What became of an update that a period asked for. */
export const OWED_OUTCOMES = ['reported', 'not-reported', 'closed-meanwhile'] as const;
export type OwedOutcome = (typeof OWED_OUTCOMES)[number];

/** What the page of a period lists: all that it asked for, those who have said nothing yet, or one outcome. */
export const OWED_SHOWN = ['silent', 'all', 'reported', 'closed-meanwhile'] as const;
export type OwedShown = (typeof OWED_SHOWN)[number];

/** Days that an organisation has at least, the first and the last included. */
export const LEAST_DAYS = 14;

const MONTHS: Readonly<Record<Exclude<ReportingRhythm, 'none'>, number>> = {
	monthly: 1,
	quarterly: 3
};

/**
 * The period that the rhythm has open today, after the last one that there was; null where that one still
 * runs or nothing is asked for. It ends with a calendar month or quarter. It follows the last period without
 * a gap, unless the service was down for so long, or the rhythm was 'none', that a whole one was missed:
 * nobody was asked in it, so nobody is asked for it afterwards.
 * @param lastClosedOn the last day of the latest period, or null where there was none
 */
export function periodDue(
	rhythm: ReportingRhythm,
	lastClosedOn: PlainDate | null,
	today: PlainDate
): ReportingPeriod | null {
	if (rhythm === 'none' || (lastClosedOn !== null && lastClosedOn >= today)) return null;
	const following = lastClosedOn === null ? today : addDays(lastClosedOn, 1);
	const opensOn = spanEnd(rhythm, following) >= today ? following : today;
	return { opensOn, closesOn: spanEnd(rhythm, addDays(today, LEAST_DAYS - 1)) };
}

/** The last day of the month or the quarter in which the day falls. */
function spanEnd(rhythm: keyof typeof MONTHS, day: PlainDate): PlainDate {
	const months = MONTHS[rhythm];
	const { month } = partsOf(day);
	const last = partsOf(addMonths(firstOfMonth(day), months - 1 - ((month - 1) % months)));
	const end = lastDayOfMonth(last.year, last.month);
	if (!end) throw new RangeError(`No such month: ${last.year}-${last.month}`);
	return end;
}

function firstOfMonth(day: PlainDate): PlainDate {
	return addDays(day, 1 - partsOf(day).day);
}
