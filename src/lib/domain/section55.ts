import type { OrganisationKind } from './organisation.ts';
import { addDays, daysBetween, type PlainDate } from './plain-date.ts';
import { Refusal } from './refusal.ts';

/** Where a local policing body stands with its comments on a report. */
export const SECTION55_STATES = ['not-published', 'late', 'in-time', 'not-due'] as const;
export type Section55State = (typeof SECTION55_STATES)[number];

export interface Section55Standing {
	readonly state: Section55State;
	/** Days after the last day: of publication, or until today; 0 where nothing is late. */
	readonly daysLate: number;
}

/**
 * The last day on which a local policing body must have published its comments: 56 days beginning with
 * the day of publication (section 55(5A), Police Act 1996).
 */
export function section55LastDay(publishedOn: PlainDate): PlainDate {
	return addDays(publishedOn, 55);
}

/** The duty reaches local policing bodies only: never the NCA, Border Security Command or regional units. */
export function hasSection55Duty(organisation: {
	kind: OrganisationKind;
	localPolicingBody: string | null;
}): boolean {
	return organisation.kind === 'police-force' && organisation.localPolicingBody !== null;
}

/** @param respondedOn null where no comments are known to be published */
export function section55Standing(
	reportOn: PlainDate,
	respondedOn: PlainDate | null,
	today: PlainDate
): Section55Standing {
	const dueOn = section55LastDay(reportOn);
	const daysLate = Math.max(0, daysBetween(dueOn, respondedOn ?? today));
	if (respondedOn !== null) return { state: daysLate > 0 ? 'late' : 'in-time', daysLate };
	return { state: daysLate > 0 ? 'not-published' : 'not-due', daysLate };
}

/**
 * Comments on a report are not published before it, and nobody records what is still to come.
 * @throws Refusal 'comments-before-report' or 'comments-in-future'
 */
export function mustBePublishable(
	respondedOn: PlainDate,
	reportOn: PlainDate,
	today: PlainDate
): void {
	const field = 'publishedOn';
	if (respondedOn < reportOn) throw new Refusal('comments-before-report', { field });
	if (respondedOn > today) throw new Refusal('comments-in-future', { field });
}
