import { ACCEPTANCES, type Acceptance } from './acceptance.ts';
import type { ClaimAge } from './claim-age.ts';
import type { DueSpan, OverdueSpan } from './due-span.ts';
import type { EvidenceMix } from './evidence-mix.ts';
import type { FirstDecision } from './first-decision.ts';
import { FRESHNESS, type Freshness } from './freshness.ts';
import {
	CAPACITIES,
	ORGANISATION_KINDS,
	REGIONS,
	type Capacity,
	type OrganisationKind,
	type Region
} from './organisation.ts';
import type { PlainDate } from './plain-date.ts';
import { ORPHAN_REASONS } from './post.ts';
import { STANDING_WORDS } from './standing.ts';
import { SLIPS, type Slip } from './slippage.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './status.ts';
import { TIMELINESS, type Timeliness } from './timeliness.ts';

/**
 * Which assignments a list shows. A number on any page links to a list with the filter that counts it.
 * Values of one field are alternatives; fields narrow each other.
 */
export interface AssignmentFilter {
	readonly status: readonly AssignmentStatus[];
	readonly timeliness: readonly (Timeliness | 'would-be-overdue')[];
	readonly freshness: readonly (Freshness | 'not-asked')[];
	readonly kind: readonly OrganisationKind[];
	/** WITHOUT_REGION stands for national bodies and others that have none. */
	readonly region: readonly (Region | typeof WITHOUT_REGION)[];
	readonly capacity: readonly Capacity[];
	readonly acceptance: readonly Acceptance[];
	/** Open ones past their current deadline for so long, and past the one they would have had unmoved. */
	readonly overdueFor: readonly OverdueSpan[];
	readonly originallyOverdueFor: readonly OverdueSpan[];
	/** Open ones that are not overdue. */
	readonly dueWithin: readonly DueSpan[];
	/** Claims that wait for the inspectorate, by for how long. */
	readonly claimedFor: readonly ClaimAge[];
	/** Claimed or confirmed, by the strongest evidence that counts. */
	readonly evidence: readonly EvidenceMix[];
	/** What was decided of the first claim that was decided. */
	readonly firstDecision: readonly FirstDecision[];
	/** Applicable ones whose deadline is another now than it was at first. */
	readonly slipped: readonly Slip[];
	/** Open ones that nobody answers for, or that wait for another body, or whose deadline was moved. */
	readonly only: readonly Exception[];
	readonly recommendation: readonly number[];
	/** Open ones that wait for an assignment of one of these organisations, by code. */
	readonly waitsOn: readonly string[];
	/** Of one of these organisations, by code. */
	readonly organisation: readonly string[];
	/** Of recommendations under one of these themes, in the inspection's own words. */
	readonly theme: readonly string[];
	/** That owed an update in a reporting period which opened on one of these days. */
	readonly period: readonly PlainDate[];
	/** Applicable ones with their current deadline, or their original one, on or before one of these days. */
	readonly dueBy: readonly PlainDate[];
	readonly originallyDueBy: readonly PlainDate[];
	/** What was typed in the search box, as one text at most: every word of it is found. */
	readonly q: readonly string[];
}

export const EXCEPTIONS = [...ORPHAN_REASONS, 'waiting', 'moved'] as const;
export type Exception = (typeof EXCEPTIONS)[number];

export const WITHOUT_REGION = 'none';

/** The closed list of each field: what is not in it is no filter. */
export const FILTER_VALUES = {
	status: ASSIGNMENT_STATUSES,
	timeliness: [...TIMELINESS, 'would-be-overdue'],
	freshness: [...FRESHNESS, 'not-asked'],
	kind: ORGANISATION_KINDS,
	region: [...REGIONS, WITHOUT_REGION],
	capacity: CAPACITIES,
	acceptance: ACCEPTANCES,
	slipped: SLIPS,
	only: EXCEPTIONS,
	overdueFor: STANDING_WORDS.overdueFor,
	originallyOverdueFor: STANDING_WORDS.originallyOverdueFor,
	dueWithin: STANDING_WORDS.dueWithin,
	claimedFor: STANDING_WORDS.claimedFor,
	evidence: STANDING_WORDS.evidence,
	firstDecision: STANDING_WORDS.firstDecision
} as const;

export const NO_FILTER: AssignmentFilter = {
	status: [],
	timeliness: [],
	freshness: [],
	kind: [],
	region: [],
	capacity: [],
	acceptance: [],
	slipped: [],
	only: [],
	overdueFor: [],
	originallyOverdueFor: [],
	dueWithin: [],
	claimedFor: [],
	evidence: [],
	firstDecision: [],
	recommendation: [],
	waitsOn: [],
	organisation: [],
	theme: [],
	period: [],
	dueBy: [],
	originallyDueBy: [],
	q: []
};

/** Characters of what is typed in a search box, and of a theme in an address. */
export const LONGEST_SEARCH = 100;
export const LONGEST_THEME = 200;

/** The words of a search, each once: 'OIC-7/KENT' is two. */
export function searchWords(text: string): string[] {
	return [...new Set(text.toLowerCase().split(/[\s/]+/))].filter((word) => word !== '');
}

/** By number and region as printed; the others are for working a list, never a ranking. */
export const ASSIGNMENT_SORTS = [
	'reference',
	'organisation',
	'due',
	'changed',
	'status',
	'theme',
	'region',
	'kind',
	'capacity',
	'original',
	'owner',
	'acceptance',
	'reported'
] as const;
export type AssignmentSort = (typeof ASSIGNMENT_SORTS)[number];

/** What a dashboard is narrowed by: of what, by whom and when; how it stands is what it tells. */
export const DASHBOARD_FIELDS = [
	'recommendation',
	'theme',
	'region',
	'kind',
	'organisation',
	'period'
] as const satisfies readonly (keyof AssignmentFilter)[];
export type DashboardField = (typeof DASHBOARD_FIELDS)[number];
