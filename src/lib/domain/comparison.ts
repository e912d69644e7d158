import type { Acceptance } from './acceptance.ts';
import type { AssignmentFilter } from './assignment-filter.ts';
import type { PlainDate } from './plain-date.ts';
import type { AssignmentStatus } from './status.ts';

/** What can be another at the end of one day than at the end of an earlier one. */
export const CHANGE_KINDS = [
	'added',
	'status',
	'owner',
	'deadline',
	'acceptance',
	'claim',
	'reporting'
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Of an assignment that was there on both days. */
export type FieldKind = Exclude<ChangeKind, 'added'>;

/** How an assignment stood at the end of a day. */
export interface Standing {
	readonly status: AssignmentStatus;
	readonly ownerPostId: number | null;
	readonly currentDueOn: PlainDate | null;
	readonly acceptance: Acceptance;
	/** Of the claim that waited then. */
	readonly claimedOn: PlainDate | null;
	readonly lastReportedOn: PlainDate | null;
}

export const STANDING_FIELDS: Readonly<Record<FieldKind, keyof Standing>> = {
	status: 'status',
	owner: 'ownerPostId',
	deadline: 'currentDueOn',
	acceptance: 'acceptance',
	claim: 'claimedOn',
	reporting: 'lastReportedOn'
};

export const FIELD_KINDS = Object.keys(STANDING_FIELDS) as FieldKind[];

/** What is another: nothing where both days tell the same. @param was null for what was not there yet */
export function changesBetween(was: Standing | null, now: Standing): ChangeKind[] {
	if (was === null) return ['added'];
	return FIELD_KINDS.filter((kind) => was[STANDING_FIELDS[kind]] !== now[STANDING_FIELDS[kind]]);
}

/** How many of them changed in each way; one may count in several. */
export function countChanges(
	all: readonly { readonly changes: readonly ChangeKind[] }[]
): Record<ChangeKind, number> {
	const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<
		ChangeKind,
		number
	>;
	for (const { changes } of all) for (const kind of changes) counts[kind] += 1;
	return counts;
}

/**
 * What two days can be compared by: which assignment it is, never how it stood, which may be another on each day.
 */
export const COMPARABLE = [
	'recommendation',
	'theme',
	'kind',
	'region',
	'organisation',
	'q'
] as const satisfies readonly (keyof AssignmentFilter)[];
