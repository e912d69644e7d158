import type { RolesHeld } from '#lib/domain/actor.ts';
import { FRESHNESS, type Freshness, type ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { ORPHAN_REASONS, type OrphanReason } from '#lib/domain/post.ts';
import { addCounts, emptyCounts, type StatusCounts } from '#lib/domain/rollup.ts';
import { isOpen, type AssignmentStatus } from '#lib/domain/status.ts';
import { TIMELINESS, type Timeliness } from '#lib/domain/timeliness.ts';
import { and, count, eq, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { remember } from '../db/remember.ts';
import { rememberParts } from '../db/remember-parts.ts';
import {
	DAYS_TO_COME,
	freshnessConditions,
	judgingDays,
	timelinessConditions
} from '../db/queries/timeliness.ts';
import { isInScope, isOneOfThese, type FilterScope } from '../db/queries/assignment-filter.ts';
import { ORPHAN_SQL } from '../db/queries/orphans.ts';
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
	/** Of the open ones: nobody answers for it, by why not. */
	readonly orphans: Readonly<Record<OrphanReason, number>>;
}

export interface CountScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
}

/** What counts are kept apart by. */
const GROUPS = {
	recommendation: assignment.recommendationId,
	organisation: assignment.organisationId
} as const;

type Group = keyof typeof GROUPS;

/** Counts by the id of the recommendation or the organisation, in one query over one index. */
export function countBy(
	db: Queryable,
	group: Group,
	{ inspectionId, periods, today }: CountScope
): Promise<ReadonlyMap<number, Counts>> {
	return counted(db, group, { inspectionId, periods, today });
}

const counted = remember(async (db: Queryable, group: Group, scope: CountScope) => {
	const { inspectionId, periods, today } = scope;
	const days = judgingDays(periods, today);
	return tally(OF_ALL[group](db).values({ inspectionId, ...days }) as CountRow[]);
});

/** By recommendation of one organisation, and of all organisations together: one query for both. */
export function countOneAmongAll(
	db: Queryable,
	{ inspectionId, periods, today }: CountScope,
	organisationId: number
) {
	return oneAmongAll(db, { inspectionId, periods, today }, organisationId);
}

const oneAmongAll = remember(async (db: Queryable, scope: CountScope, organisationId: number) => {
	const { inspectionId, periods, today } = scope;
	const days = judgingDays(periods, today);
	const rows = ONE_AMONG_ALL(db).values({ inspectionId, organisationId, ...days }) as CountRow[];
	const own = rows.filter((row) => row.at(-1) === 1);
	return { one: tally(own), all: sumCounts([...tally(rows).values()]) };
});

/** By recommendation, of what a filter describes and the roles may see: its sum is the length of that list. */
export function countInScope(
	db: Queryable,
	{ roles }: RolesHeld,
	{ inspectionId, periods, today, filter }: FilterScope
): Promise<ReadonlyMap<number, Counts>> {
	return inScope(db, { roles }, { inspectionId, periods, today, filter });
}

const inScope = rememberParts(async (db, only, to: RolesHeld, scope: FilterScope) => {
	const where = and(isInScope(to, scope), isOneOfThese(only));
	const query = build(db, 'recommendation', { where });
	return tally(query.values(judgingDays(scope.periods, scope.today)) as CountRow[]);
});

function tally(rows: readonly CountRow[]): ReadonlyMap<number, Counts> {
	const byId = new Map<number, MutableCounts>();
	for (const [id, status, items, wouldBeOverdue, ...words] of rows) {
		const counts = byId.get(id) ?? noCounts();
		byId.set(id, counts);
		counts.statuses[status] += items;
		// Ownership, timeliness and freshness are asked only of what is open.
		if (!isOpen(status)) continue;
		counts.wouldBeOverdue += wouldBeOverdue;
		for (const [index, word] of TIMELINESS.entries()) counts.timeliness[word] += words[index]!;
		for (const [index, word] of FRESHNESS.entries()) {
			counts.freshness[word] += words[TIMELINESS.length + index]!;
		}
		for (const [index, reason] of ORPHAN_REASONS.entries()) {
			counts.orphans[reason] += words[TIMELINESS.length + FRESHNESS.length + index]!;
		}
	}
	return byId;
}

/** In the order of the columns: the words are those of TIMELINESS, FRESHNESS and ORPHAN_REASONS. */
type CountRow = [
	id: number,
	status: AssignmentStatus,
	items: number,
	wouldBeOverdue: number,
	...words: number[]
];

function build(
	db: Queryable,
	group: Group,
	{ apart, where = isOfInspection }: { apart?: SQL; where?: SQL | undefined } = {}
) {
	const timeliness = timelinessConditions(DAYS_TO_COME);
	const freshness = freshnessConditions(DAYS_TO_COME);
	const words = Object.fromEntries([
		...TIMELINESS.map((word) => [word, countIf(timeliness[word])] as const),
		...FRESHNESS.map((word) => [word, countIf(freshness[word])] as const),
		...ORPHAN_REASONS.map((word) => [word, countIf(ORPHAN_SQL[word])] as const)
	]);
	return db
		.select({
			group: GROUPS[group],
			status: assignment.status,
			items: count(),
			wouldBeOverdue: countIf(timeliness['would-be-overdue']),
			...words,
			...(apart && { apart })
		})
		.from(assignment)
		.where(where)
		.groupBy(GROUPS[group], assignment.status, ...(apart ? [apart] : []))
		.prepare();
}

const OF_ALL = {
	recommendation: prepareOnce((db) => build(db, 'recommendation')),
	organisation: prepareOnce((db) => build(db, 'organisation'))
} as const;

const isOfInspection = eq(assignment.inspectionId, sql.placeholder('inspectionId'));

const isThatOne = eq(assignment.organisationId, sql.placeholder('organisationId'));

const ONE_AMONG_ALL = prepareOnce((db) => build(db, 'recommendation', { apart: isThatOne }));

function countIf(condition: SQL): SQL<number> {
	return sql<number>`count(*) filter (where ${condition})`;
}

interface MutableCounts {
	statuses: Record<keyof StatusCounts, number>;
	timeliness: Record<Timeliness, number>;
	wouldBeOverdue: number;
	freshness: Record<Freshness, number>;
	orphans: Record<OrphanReason, number>;
}

export function noCounts(): MutableCounts {
	return {
		statuses: emptyCounts(),
		timeliness: { overdue: 0, rescheduled: 0, 'due-soon': 0, later: 0, 'no-date': 0 },
		wouldBeOverdue: 0,
		freshness: { reported: 0, owed: 0, 'not-reported': 0 },
		orphans: { 'no-owner': 0, 'no-holder': 0, 'holder-gone': 0 }
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
		for (const key of ORPHAN_REASONS) sum.orphans[key] += counts.orphans[key];
	}
	return sum;
}

/** Open assignments that nobody answers for, whatever the reason: an assignment has one at most. */
export function countOrphans({ orphans }: Pick<Counts, 'orphans'>): number {
	return ORPHAN_REASONS.reduce((sum, reason) => sum + orphans[reason], 0);
}
