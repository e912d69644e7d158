import type { RolesHeld } from '#lib/domain/actor.ts';
import {
	searchWords,
	WITHOUT_REGION,
	type AssignmentFilter,
	type AssignmentSort,
	type Exception
} from '#lib/domain/assignment-filter.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { CAPACITIES, ORGANISATION_KINDS, REGIONS } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES } from '#lib/domain/status.ts';
import type { Slip } from '#lib/domain/slippage.ts';
import { WORKABLE } from '#lib/domain/status.ts';
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { waiting, waitingEnd } from '../schema/history.ts';
import { inspection, reportingPeriod } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { post } from '../schema/post.ts';
import { recommendation } from '../schema/recommendation.ts';
import { owedUpdate } from '../schema/reporting.ts';
import { ORPHAN_SQL } from './orphans.ts';
import { standsAs } from './standing.ts';
import { visibleTo } from './visibility.ts';
import { waitsOnSql } from './waiting.ts';
import {
	freshnessConditions,
	isApplicableSql,
	isOpenSql,
	judgingDays,
	timelinessConditions,
	type JudgingDays
} from './timeliness.ts';

/** Which assignments somebody is told about. */
export interface FilterScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
	readonly filter: AssignmentFilter;
}

/** What the filter describes in its inspection and the roles may see: the condition of lists and of counts. */
export function isInScope({ roles }: RolesHeld, scope: FilterScope): SQL | undefined {
	return and(
		eq(assignment.inspectionId, scope.inspectionId),
		visibleTo({ roles }, assignment.organisationId),
		matchesFilter(scope.filter, scope.periods, scope.today)
	);
}

/** Of one of these recommendations, by their ids; all where there is no list. */
export function isOneOfThese(only: readonly number[] | null): SQL | undefined {
	return only ? inArray(assignment.recommendationId, [...only]) : undefined;
}

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
		isOneOf(filter.freshness, freshnessFilters(days)),
		organisationIs(
			and(
				anyOf(organisation.kind, filter.kind),
				isInRegion(filter.region),
				anyOf(organisation.code, filter.organisation)
			)
		),
		anyOf(assignment.capacity, filter.capacity),
		anyOf(assignment.acceptance, filter.acceptance),
		isOneOf(filter.only, EXCEPTION_SQL),
		recommendationIs(
			and(
				anyOf(recommendation.number, filter.recommendation),
				anyOf(recommendation.theme, filter.theme)
			)
		),
		standsAs(filter, today),
		filter.waitsOn.length > 0 ? and(isOpenSql, waitsOnSql(filter.waitsOn)) : undefined,
		slippedTo(filter.slipped),
		isDueBy(assignment.currentDueOn, filter.dueBy),
		isDueBy(assignment.originalDueOn, filter.originallyDueBy),
		owedIn(filter.period, today),
		...filter.q.flatMap(searchWords).map(nameContains)
	);
}

function isInRegion(regions: AssignmentFilter['region']): SQL | undefined {
	const named = regions.filter((region) => region !== WITHOUT_REGION);
	if (named.length === regions.length) return anyOf(organisation.region, named);
	return or(isNull(organisation.region), anyOf(organisation.region, named));
}

function slippedTo(ways: readonly Slip[]): SQL | undefined {
	if (ways.length === 0) return undefined;
	return and(isApplicableSql, or(...ways.map((way) => SLIP_SQL[way])));
}

const SLIP_SQL: Record<Slip, SQL> = {
	later: gt(assignment.currentDueOn, assignment.originalDueOn),
	earlier: lt(assignment.currentDueOn, assignment.originalDueOn)
};

function isDueBy(column: AnySQLiteColumn, days: readonly PlainDate[]): SQL | undefined {
	const [latest] = days.toSorted().reverse();
	return latest && and(isApplicableSql, lte(column, latest));
}

/** What the organisation works on and no period has asked it about yet is a word of the filter alone. */
function freshnessFilters(days: JudgingDays): Record<AssignmentFilter['freshness'][number], SQL> {
	const words = freshnessConditions(days);
	const isJudged = or(...Object.values(words));
	const isWorkable = inArray(assignment.status, [...WORKABLE]);
	return { ...words, 'not-asked': sql`(${isWorkable} and not ${isJudged})` };
}

/** A period asked it for an update; on an earlier day, one that had opened by then. */
function owedIn(opened: readonly PlainDate[], today: PlainDate): SQL | undefined {
	if (opened.length === 0) return undefined;
	const isThatOne = and(
		inArray(reportingPeriod.opensOn, [...opened]),
		lte(reportingPeriod.opensOn, today)
	);
	return sql`${assignment.id} in (select ${owedUpdate.assignmentId} from ${owedUpdate}
		join ${reportingPeriod} on ${reportingPeriod.id} = ${owedUpdate.periodId} where ${isThatOne})`;
}

/** The word is in the name of the body or the title of the recommendation, or it is the code of one of them. */
function nameContains(word: string): SQL {
	const named = sql`(instr(lower(${organisation.name}), ${word}) > 0
		or lower(${organisation.code}) = ${word})`;
	const titled = sql`(instr(lower(${recommendation.title}), ${word}) > 0
		or cast(${recommendation.number} as text) = ${word} or ${referenceSql} = ${word})`;
	return sql`(${organisationIs(named)} or ${recommendationIs(titled)})`;
}

/** 'oic-7' */
const referenceSql = sql`(select lower(${inspection.code}) from ${inspection}
	where ${inspection.id} = ${recommendation.inspectionId}) || '-' || ${recommendation.number}`;

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
const REGION_ORDER = inOrderOf(organisation.region, REGIONS);

export const BY_REGION: readonly SQL[] = [REGION_ORDER, asc(organisation.name)];

export function orderOf(sort: AssignmentSort, descending: boolean): SQL[] {
	const way = descending ? desc : asc;
	if (sort === 'reference') return [way(recommendation.number), ...BY_REGION];
	const names = [asc(recommendation.number), asc(organisation.name)];
	if (sort === 'organisation') return [way(organisation.name), ...names];
	const value = SORTED_BY[sort];
	// What has none is neither first nor last of them: it always comes after those that have one.
	return [sql`${value} is null`, way(value), ...names];
}

const SORTED_BY: Readonly<Record<Exclude<AssignmentSort, 'reference' | 'organisation'>, SQL>> = {
	due: sql`${assignment.currentDueOn}`,
	original: sql`${assignment.originalDueOn}`,
	changed: sql`${assignment.statusOn}`,
	reported: sql`${assignment.lastReportedOn}`,
	status: inOrderOf(assignment.status, ASSIGNMENT_STATUSES),
	theme: sql`${recommendation.theme}`,
	region: sql`nullif(${REGION_ORDER}, ${sql.raw(String(REGIONS.length))})`,
	kind: inOrderOf(organisation.kind, ORGANISATION_KINDS),
	capacity: inOrderOf(assignment.capacity, CAPACITIES),
	acceptance: inOrderOf(assignment.acceptance, ACCEPTANCES),
	owner: sql`(select ${post.title} from ${post} where ${post.id} = ${assignment.ownerPostId})`
};

/** The place of a column's word in its closed list; after all of them where it has none. */
function inOrderOf(column: AnySQLiteColumn, words: readonly string[]): SQL {
	const places = words.map((word, index) => sql.raw(`when '${word}' then ${index}`));
	return sql`case ${column} ${sql.join(places, sql` `)} else ${sql.raw(String(words.length))} end`;
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
