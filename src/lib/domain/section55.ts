import type { OrganisationKind } from './organisation.ts';
import { addDays, type PlainDate } from './plain-date.ts';

/**
 * The last day on which a local policing body must have published its comments: 56 days beginning with
 * the day of publication (section 55, Police Act 1996).
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
