import type { AssignmentFilter, AssignmentSort, Exception } from '#lib/domain/assignment-filter.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { REGIONS } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, desc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { waiting, waitingEnd } from '../schema/history.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { ORPHAN_SQL } from './orphans.ts';
import { waitsOnSql } from './waiting.ts';
import { freshnessConditions, isOpenSql, judgingDays, timelinessConditions } from './timeliness.ts';

/** The condition that selects what the filter describes; `assignment` is all that has to be there. */
export function matchesFilter(
	filter: AssignmentFilter,
	periods: readonly ReportingPeriod[],
	today: PlainDate
): SQL | undefined {
	const days = judgingDays(periods, today);
	return and(
		anyOf(assignment.status, filter.status),
		isOneOf(filter.timeliness, timelinessConditions(days)),
		isOneOf(filter.freshness, freshnessConditions(days)),
		organisationIs(
			and(anyOf(organisation.kind, filter.kind), anyOf(organisation.region, filter.region))
		),
		anyOf(assignment.capacity, filter.capacity),
		anyOf(assignment.acceptance, filter.acceptance),
		isOneOf(filter.only, EXCEPTION_SQL),
		recommendationIs(anyOf(recommendation.number, filter.recommendation)),
		filter.waitsOn.length > 0 ? and(isOpenSql, waitsOnSql(filter.waitsOn)) : undefined
	);
}

/** The assignment waits for another body now. */
export const isWaitingSql: SQL<boolean> = sql`exists (select 1 from ${waiting}
	where ${waiting.assignmentId} = ${assignment.id} and not exists (
		select 1 from ${waitingEnd} where ${waitingEnd.waitingId} = ${waiting.id}))`;

const EXCEPTION_SQL: Record<Exception, SQL> = {
	...ORPHAN_SQL,
	waiting: isWaitingSql,
	moved: gt(assignment.deadlineMoves, 0)
};

/** Bodies in the order of the regions as printed; those without a region come last. */
const REGION_ORDER: SQL = sql`case ${organisation.region} ${sql.join(
	REGIONS.map((region, index) => sql.raw(`when '${region}' then ${index}`)),
	sql` `
)} else ${sql.raw(String(REGIONS.length))} end`;

export const BY_REGION: readonly SQL[] = [REGION_ORDER, asc(organisation.name)];

export function orderOf(sort: AssignmentSort, descending: boolean): SQL[] {
	const way = descending ? desc : asc;
	const byReference = [way(recommendation.number), ...BY_REGION];
	switch (sort) {
		case 'reference':
			return byReference;
		case 'organisation':
			return [way(organisation.name), asc(recommendation.number)];
		case 'due':
			// No date is neither first nor last in time: it always comes after the dated ones.
			return [
				sql`${assignment.currentDueOn} is null`,
				way(assignment.currentDueOn),
				asc(recommendation.number),
				asc(organisation.name)
			];
		case 'changed':
			return [way(assignment.statusOn), asc(recommendation.number), asc(organisation.name)];
	}
}

/**
 * The ids of an inspection's assignments in an order of `orderOf`. A cross join is not turned round: going
 * through the recommendations by number, a first page in their order is found without sorting all.
 */
export function pickInOrder(
	db: Queryable,
	inspectionId: number,
	where: SQL | undefined,
	order: readonly SQL[]
) {
	return db
		.select({ id: assignment.id })
		.from(recommendation)
		.crossJoin(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(recommendation.inspectionId, inspectionId),
				eq(assignment.recommendationId, recommendation.id),
				where
			)
		)
		.orderBy(...order)
		.$dynamic();
}

function anyOf<Value extends string | number>(
	column: AnySQLiteColumn,
	values: readonly Value[]
): SQL | undefined {
	return values.length > 0 ? inArray(column, [...values]) : undefined;
}

/** Looked up once for the whole list, not joined to each of its rows. */
function organisationIs(condition: SQL | undefined): SQL | undefined {
	return (
		condition &&
		sql`${assignment.organisationId} in
		(select ${organisation.id} from ${organisation} where ${condition})`
	);
}

function recommendationIs(condition: SQL | undefined): SQL | undefined {
	return (
		condition &&
		sql`${assignment.recommendationId} in
		(select ${recommendation.id} from ${recommendation} where ${condition})`
	);
}

/** Open, and in one of the states at least. */
function isOneOf<Word extends string>(
	words: readonly Word[],
	conditions: Readonly<Record<Word, SQL>>
): SQL | undefined {
	if (words.length === 0) return undefined;
	return and(isOpenSql, or(...words.map((word) => conditions[word])));
}
