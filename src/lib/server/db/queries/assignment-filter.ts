import type { AssignmentFilter, AssignmentSort, Exception } from '#lib/domain/assignment-filter.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { REGIONS } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';
import { and, asc, desc, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { assignment } from '../schema/assignment.ts';
import { waiting, waitingEnd } from '../schema/history.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { freshnessSql, isOpenSql, timelinessSql, wouldBeOverdueSql } from './timeliness.ts';

/** The condition that selects what the filter describes; needs `organisation` and `recommendation` joined. */
export function matchesFilter(
	filter: AssignmentFilter,
	periods: readonly ReportingPeriod[],
	today: PlainDate
): SQL | undefined {
	return and(
		anyOf(assignment.status, filter.status),
		timelinessIs(filter.timeliness, today),
		filter.freshness.length > 0
			? sql`${freshnessSql(periods, today)} in ${[...filter.freshness]}`
			: undefined,
		anyOf(organisation.kind, filter.kind),
		anyOf(organisation.region, filter.region),
		anyOf(assignment.capacity, filter.capacity),
		anyOf(assignment.acceptance, filter.acceptance),
		filter.only.length > 0
			? and(isOpenSql, or(...filter.only.map((exception) => EXCEPTION_SQL[exception])))
			: undefined,
		anyOf(recommendation.number, filter.recommendation)
	);
}

/** The assignment waits for another body now. */
export const isWaitingSql: SQL<boolean> = sql`exists (select 1 from ${waiting}
	where ${waiting.assignmentId} = ${assignment.id} and not exists (
		select 1 from ${waitingEnd} where ${waitingEnd.waitingId} = ${waiting.id}))`;

const EXCEPTION_SQL: Record<Exception, SQL> = {
	'no-owner': isNull(assignment.ownerPostId),
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

function anyOf<Value extends string | number>(
	column: AnySQLiteColumn,
	values: readonly Value[]
): SQL | undefined {
	return values.length > 0 ? inArray(column, [...values]) : undefined;
}

function timelinessIs(values: AssignmentFilter['timeliness'], today: PlainDate): SQL | undefined {
	if (values.length === 0) return undefined;
	const plain = values.filter((value): value is Timeliness => value !== 'would-be-overdue');
	return or(
		plain.length > 0 ? sql`${timelinessSql(today)} in ${plain}` : undefined,
		plain.length < values.length ? wouldBeOverdueSql(today) : undefined
	);
}
