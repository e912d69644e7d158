import { WITHOUT_REGION, type AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { ACCEPTANCE_LOOK } from './acceptance.ts';
import { formatDay } from './dates.ts';
import { FRESHNESS_LOOK, NOT_ASKED_WORD } from './freshness.ts';
import { CAPACITY_WORDS, ORGANISATION_KIND_WORDS } from './organisation.ts';
import { STANDING_WORDING } from './standing.ts';
import { STATUS_LOOK } from './status.ts';
import { TIMELINESS_LOOK } from './timeliness.ts';

export type FilterField = keyof AssignmentFilter;

export const FILTER_TITLES: Record<FilterField, string> = {
	status: 'Status',
	timeliness: 'Timeliness',
	freshness: 'Reporting',
	kind: 'Kind of body',
	region: 'Region',
	capacity: 'Part in it',
	acceptance: 'Acceptance',
	slipped: 'Deadline now',
	only: 'Exceptions',
	overdueFor: 'Overdue for',
	originallyOverdueFor: 'Overdue, had no deadline been moved, for',
	dueWithin: 'Due in',
	claimedFor: 'Claim waiting for',
	evidence: 'Strongest evidence',
	firstDecision: 'First claim decided',
	recommendation: 'Recommendation',
	waitsOn: 'Waiting for',
	organisation: 'Organisation',
	theme: 'Theme',
	period: 'Reporting period',
	dueBy: 'Due by',
	originallyDueBy: 'Originally due by',
	q: 'Search this list'
};

const ONLY_WORDS = {
	'no-owner': 'No owner',
	'no-holder': 'Owned by a post that nobody holds',
	'holder-gone': 'Holder’s account switched off',
	waiting: 'Waiting for another body',
	moved: 'Deadline moved'
};

/** The word for one value of one filter; the value itself where it is its own word (a region, a code). */
export function filterWord(field: FilterField, value: string | number): string {
	const word = WORDS[field]?.[value];
	if (word !== undefined) return word;
	if (field === 'recommendation') return `Recommendation ${value}`;
	if (field === 'dueBy' || field === 'originallyDueBy') return formatDay(value as PlainDate);
	if (field === 'period') return `From ${formatDay(value as PlainDate)}`;
	return String(value);
}

const WORDS: Partial<Record<FilterField, Record<string, string>>> = {
	status: wordsOf(STATUS_LOOK),
	timeliness: {
		...wordsOf(TIMELINESS_LOOK),
		'would-be-overdue': 'Overdue if no deadline had been moved'
	},
	freshness: { ...wordsOf(FRESHNESS_LOOK), 'not-asked': NOT_ASKED_WORD },
	kind: Object.fromEntries(
		Object.entries(ORGANISATION_KIND_WORDS).map(([kind, words]) => [kind, words.plural])
	),
	capacity: CAPACITY_WORDS,
	acceptance: wordsOf(ACCEPTANCE_LOOK),
	region: { [WITHOUT_REGION]: 'No region' },
	slipped: { later: 'Later than its original date', earlier: 'Earlier than its original date' },
	only: ONLY_WORDS,
	...STANDING_WORDING
};

function wordsOf(looks: Record<string, { word: string }>): Record<string, string> {
	return Object.fromEntries(Object.entries(looks).map(([key, look]) => [key, look.word]));
}
