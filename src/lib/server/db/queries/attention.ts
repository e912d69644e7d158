import { filterOf, type AttentionGroup } from '#lib/domain/attention.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { unionAll, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { matchesFilter } from './assignment-filter.ts';

export interface AttentionScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
	/** Of one organisation alone. */
	readonly organisationId?: number | undefined;
	/** Of one recommendation alone. */
	readonly recommendationId?: number | undefined;
}

export interface Pick {
	readonly group: AttentionGroup;
	readonly limit: number;
	/** Whether `total` is to be told: counting looks at every assignment. */
	readonly isCounted: boolean;
}

/**
 * The first few assignments of each group, the longest-standing first: a table with the id, the group, the
 * place in it, and how many the whole group has where that is counted.
 */
export function pickAttention(db: Queryable, scope: AttentionScope, picks: readonly Pick[]) {
	const [first, second, ...rest] = picks.map(({ group, limit, isCounted }) => {
		const picked = db
			.select({
				id: assignment.id,
				group: sql<AttentionGroup>`${group}`.as('attention'),
				place: sql<number>`row_number() over (order by ${sql.join(orderOf(group), sql`, `)})`.as(
					'place'
				),
				total: (isCounted ? sql<number>`count(*) over ()` : sql<number>`0`).as('total')
			})
			.from(assignment)
			.where(
				and(
					eq(assignment.inspectionId, scope.inspectionId),
					isOf(assignment.organisationId, scope.organisationId),
					isOf(assignment.recommendationId, scope.recommendationId),
					narrowing(group, scope.today),
					matchesFilter(filterOf(group), scope.periods, scope.today)
				)
			)
			.orderBy(...orderOf(group))
			.limit(limit)
			.as(`picked_${group.replaceAll('-', '_')}`);
		return db.select().from(picked);
	});
	if (!first || !second) throw new Error('Attention is picked from two groups or more');
	return unionAll(first, second, ...rest).as('picked');
}

function isOf(column: AnySQLiteColumn, id: number | undefined): SQL | undefined {
	return id === undefined ? undefined : eq(column, id);
}

function orderOf(group: AttentionGroup): SQL[] {
	return [...FIRST[group], asc(assignment.currentDueOn), asc(assignment.id)];
}

const DATED_FIRST = sql`${assignment.currentDueOn} is null`;

/** SQLite puts null before every day: never reported comes first, and has to be told to come last. */
const FIRST: Readonly<Record<AttentionGroup, SQL[]>> = {
	overdue: [],
	returned: [asc(assignment.statusOn)],
	'not-reported': [asc(assignment.lastReportedOn)],
	'no-owner': [DATED_FIRST],
	orphan: [DATED_FIRST],
	waiting: [DATED_FIRST],
	claimed: [asc(assignment.claimedOn)],
	moved: [desc(assignment.deadlineMoves), DATED_FIRST],
	'not-accepted': [asc(assignment.acceptance), DATED_FIRST]
};

/** Says nothing new, but an index can be walked by it. */
function narrowing(group: AttentionGroup, today: PlainDate): SQL | undefined {
	return group === 'overdue' ? lt(assignment.currentDueOn, today) : undefined;
}
