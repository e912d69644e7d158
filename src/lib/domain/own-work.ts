import type { Freshness } from './freshness.ts';
import type { PlainDate } from './plain-date.ts';
import { isOpen, type AssignmentStatus } from './status.ts';
import type { Timeliness } from './timeliness.ts';

/** What an organisation has to do next, most pressing first. An assignment is in one of these only. */
export const OWN_WORK = [
	'overdue',
	'returned',
	'owed',
	'due-soon',
	'under-way',
	'with-inspectorate',
	'closed'
] as const;
export type OwnWork = (typeof OWN_WORK)[number];

export interface OwnWorkFacts {
	readonly status: AssignmentStatus;
	readonly timeliness: Timeliness | null;
	readonly freshness: Freshness | null;
}

/** A claim that waits is the inspectorate's to answer, late or not: the organisation can only wait. */
export function ownWorkOf({ status, timeliness, freshness }: OwnWorkFacts): OwnWork {
	if (!isOpen(status)) return 'closed';
	if (status === 'reported-complete') return 'with-inspectorate';
	if (timeliness === 'overdue') return 'overdue';
	if (status === 'returned') return 'returned';
	if (freshness === 'owed' || freshness === 'not-reported') return 'owed';
	return timeliness === 'due-soon' ? 'due-soon' : 'under-way';
}

/** For sorting: the earlier deadline first, and what has none last. */
export function compareDue(
	a: { readonly currentDueOn: PlainDate | null },
	b: { readonly currentDueOn: PlainDate | null }
): number {
	if (a.currentDueOn === b.currentDueOn) return 0;
	if (a.currentDueOn === null) return 1;
	if (b.currentDueOn === null) return -1;
	return a.currentDueOn < b.currentDueOn ? -1 : 1;
}
