import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { AssignmentColumn } from '#lib/domain/assignment-columns.ts';
import type { AssignmentSort } from '#lib/domain/assignment-filter.ts';
import type { Capacity, OrganisationKind, Region } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { ACCEPTANCE_LOOK } from './acceptance.ts';
import { formatDayShort } from './dates.ts';
import { CAPACITY_WORDS, ORGANISATION_KIND_WORDS } from './organisation.ts';

export const COLUMN_TITLES: Readonly<Record<AssignmentColumn, string>> = {
	theme: 'Theme',
	region: 'Region',
	kind: 'Kind of body',
	capacity: 'Part in it',
	standing: 'How it stands',
	changed: 'Status since',
	due: 'Deadline',
	original: 'Original deadline',
	owner: 'Owner',
	acceptance: 'Acceptance',
	reported: 'Last reported'
};

/** What the heading of a column sorts by. How an assignment stands is sorted by when it came to stand so. */
export function sortOfColumn(
	column: AssignmentColumn,
	shown: readonly AssignmentColumn[]
): AssignmentSort {
	if (column !== 'standing') return column;
	return shown.includes('changed') ? 'status' : 'changed';
}

/** What a row knows of the columns that are words alone, as far as they were asked for. */
export interface ColumnFacts {
	readonly theme?: string;
	readonly region?: Region | null;
	readonly kind?: OrganisationKind;
	readonly capacity?: Capacity;
	readonly statusOn?: PlainDate;
	readonly originalDueOn: PlainDate | null;
	readonly acceptance?: Acceptance;
	readonly lastReportedOn?: PlainDate | null;
}

type Worded = Exclude<AssignmentColumn, 'standing' | 'due' | 'owner'>;

/** The columns that are words alone. */
export const COLUMN_TEXTS: Readonly<Record<Worded, (facts: ColumnFacts) => string>> = {
	theme: ({ theme }) => theme ?? '',
	region: ({ region }) => region ?? 'None',
	kind: ({ kind }) => (kind ? ORGANISATION_KIND_WORDS[kind].singular : ''),
	capacity: ({ capacity }) => (capacity ? CAPACITY_WORDS[capacity] : ''),
	changed: ({ statusOn }) => (statusOn ? formatDayShort(statusOn) : ''),
	original: ({ originalDueOn }) => (originalDueOn ? formatDayShort(originalDueOn) : 'None set'),
	acceptance: ({ acceptance }) => (acceptance ? ACCEPTANCE_LOOK[acceptance].word : ''),
	reported: ({ lastReportedOn }) => (lastReportedOn ? formatDayShort(lastReportedOn) : 'Never')
};

export function isWorded(column: string): column is Worded {
	return column in COLUMN_TEXTS;
}
