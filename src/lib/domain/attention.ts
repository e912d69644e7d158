import { NO_FILTER, type AssignmentFilter } from './assignment-filter.ts';
import type { PlainDate } from './plain-date.ts';
import { ORPHAN_REASONS, type OrphanReason } from './post.ts';

/** What is wrong enough to be listed by itself, and the filter that says which assignments those are. */
export const ATTENTION = {
	overdue: { timeliness: ['overdue'] },
	returned: { status: ['returned'] },
	'not-reported': { freshness: ['not-reported'] },
	'no-owner': { only: ['no-owner'] },
	orphan: { only: ORPHAN_REASONS },
	waiting: { only: ['waiting'] },
	claimed: { status: ['reported-complete'] },
	moved: { only: ['moved'] },
	'not-accepted': { acceptance: ['not-accepted', 'partly-accepted'] }
} as const satisfies Record<string, Partial<AssignmentFilter>>;

export type AttentionGroup = keyof typeof ATTENTION;

/** What the people who oversee an inspection look at first, in this order. */
export const OVERSIGHT_GROUPS = [
	'overdue',
	'returned',
	'not-reported',
	'orphan',
	'waiting',
	'claimed'
] as const satisfies readonly AttentionGroup[];

/** The exceptions that a board is told of, each with its reason and next date. */
export const BOARD_EXCEPTIONS = [
	'overdue',
	'moved',
	'no-owner',
	'not-reported',
	'waiting',
	'not-accepted'
] as const satisfies readonly AttentionGroup[];

export function filterOf(group: AttentionGroup): AssignmentFilter {
	return { ...NO_FILTER, ...ATTENTION[group] };
}

/**
 * How many rows each list gets of the room that there is: first one each, then another each, and so on, so
 * that a long list never crowds out a short one. Never more than the list has.
 */
export function shareRoom(lengths: readonly number[], room: number): number[] {
	const shares = lengths.map(() => 0);
	let left = room;
	while (left > 0) {
		const hungry = lengths.flatMap((length, index) => (shares[index]! < length ? [index] : []));
		if (hungry.length === 0) break;
		for (const index of hungry.slice(0, left)) shares[index]! += 1;
		left -= Math.min(left, hungry.length);
	}
	return shares;
}

/** What tells of an assignment why it is in such a list. */
export interface AttentionFacts {
	readonly allocatedOn: PlainDate;
	readonly statusOn: PlainDate;
	readonly acceptance: string;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
	readonly lastReportedOn: PlainDate | null;
	readonly claimedOn: PlainDate | null;
	/** The body that it waits for. */
	readonly awaitedName: string | null;
	readonly reviewOn: PlainDate | null;
	/** Why nobody answers for it; null where somebody does. */
	readonly orphan: OrphanReason | null;
	readonly ownerPost: string | null;
}
