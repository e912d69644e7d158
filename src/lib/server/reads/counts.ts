import { FRESHNESS, type Freshness, type ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { addCounts, emptyCounts, type StatusCounts } from '#lib/domain/rollup.ts';
import { isOpen, type AssignmentStatus } from '#lib/domain/status.ts';
import { TIMELINESS, type Timeliness } from '#lib/domain/timeliness.ts';
import { and, count, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import {
	DAYS_TO_COME,
	freshnessConditions,
	judgingDays,
	timelinessConditions
} from '../db/queries/timeliness.ts';
import { assignment } from '../db/schema/assignment.ts';

/** How many assignments stand where. Every number in the service is one of these. */
export interface Counts {
	readonly statuses: StatusCounts;
	/** Of the open ones. */
	readonly timeliness: Readonly<Record<Timeliness, number>>;
	/** Of the open ones: overdue, or would be had no date been moved. */
	readonly wouldBeOverdue: number;
	/** Of the open ones that owe an update. */
	readonly freshness: Readonly<Record<Freshness, number>>;
	/** Of the open ones: no post owns it. */
	readonly noOwner: number;
}

export interface CountScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
	/** A further condition on `assignment`, such as one organisation. */
	readonly where?: SQL | undefined;
}

/** What counts are kept apart by. */
const GROUPS = {
	recommendation: assignment.recommendationId,
	organisation: assignment.organisationId
} as const;

/** Counts by the id of the recommendation or the organisation, in one query over one index. */
export async function countBy(
	db: Queryable,
	group: keyof typeof GROUPS,
	{ inspectionId, periods, today, where }: CountScope
): Promise<Map<number, Counts>> {
	const query = where ? build(db, group, where) : OF_WHOLE_INSPECTIONS[group](db);
	const rows = query.values({ inspectionId, ...judgingDays(periods, today) }) as CountRow[];
	const counted = new Map<number, MutableCounts>();
	for (const [id, status, items, noOwner, wouldBeOverdue, ...words] of rows) {
		const counts = counted.get(id) ?? noCounts();
		counted.set(id, counts);
		counts.statuses[status] = items;
		// Ownership, timeliness and freshness are asked only of what is open.
		if (!isOpen(status)) continue;
		counts.noOwner += noOwner;
		counts.wouldBeOverdue += wouldBeOverdue;
		for (const [index, word] of TIMELINESS.entries()) counts.timeliness[word] += words[index]!;
		for (const [index, word] of FRESHNESS.entries()) {
			counts.freshness[word] += words[TIMELINESS.length + index]!;
		}
	}
	return counted;
}

/** In the order of the columns: the words are those of TIMELINESS, then those of FRESHNESS. */
type CountRow = [
	id: number,
	status: AssignmentStatus,
	items: number,
	noOwner: number,
	wouldBeOverdue: number,
	...words: number[]
];

function build(db: Queryable, group: keyof typeof GROUPS, where?: SQL) {
	const timeliness = timelinessConditions(DAYS_TO_COME);
	const freshness = freshnessConditions(DAYS_TO_COME);
	const words = Object.fromEntries([
		...TIMELINESS.map((word) => [word, countIf(timeliness[word])] as const),
		...FRESHNESS.map((word) => [word, countIf(freshness[word])] as const)
	]);
	return db
		.select({
			group: GROUPS[group],
			status: assignment.status,
			items: count(),
			noOwner: countIf(isNull(assignment.ownerPostId)),
			wouldBeOverdue: countIf(timeliness['would-be-overdue']),
			...words
		})
		.from(assignment)
		.where(and(eq(assignment.inspectionId, sql.placeholder('inspectionId')), where))
		.groupBy(GROUPS[group], assignment.status)
		.prepare();
}

const OF_WHOLE_INSPECTIONS = {
	recommendation: prepareOnce((db) => build(db, 'recommendation')),
	organisation: prepareOnce((db) => build(db, 'organisation'))
} as const;

function countIf(condition: SQL): SQL<number> {
	return sql<number>`count(*) filter (where ${condition})`;
}

interface MutableCounts {
	statuses: Record<keyof StatusCounts, number>;
	timeliness: Record<Timeliness, number>;
	wouldBeOverdue: number;
	freshness: Record<Freshness, number>;
	noOwner: number;
}

export function noCounts(): MutableCounts {
	return {
		statuses: emptyCounts(),
		timeliness: { overdue: 0, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 0 },
		wouldBeOverdue: 0,
		freshness: { reported: 0, owed: 0, 'not-reported': 0 },
		noOwner: 0
	};
}

/** Counts add up: of recommendations to an inspection, of bodies to a region. */
export function sumCounts(all: readonly Counts[]): Counts {
	const sum = noCounts();
	sum.statuses = addCounts(all.map((counts) => counts.statuses));
	for (const counts of all) {
		for (const key of Object.keys(sum.timeliness) as Timeliness[]) {
			sum.timeliness[key] += counts.timeliness[key];
		}
		for (const key of Object.keys(sum.freshness) as Freshness[]) {
			sum.freshness[key] += counts.freshness[key];
		}
		sum.wouldBeOverdue += counts.wouldBeOverdue;
		sum.noOwner += counts.noOwner;
	}
	return sum;
}
