import type { RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { MatrixShow, StateFacts } from '#lib/domain/matrix.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, count, countDistinct, desc, eq, inArray, lte, or, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { reportingPeriod } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { BY_REGION, matchesFilter } from './assignment-filter.ts';
import { visibleTo } from './visibility.ts';

/** The reporting periods of several inspections that opened by the day, latest first, by the inspection's id. */
export const periodsOf = remember(
	async (db: Queryable, inspectionIds: readonly number[], today: PlainDate) => {
		const rows = await db
			.select({
				inspectionId: reportingPeriod.inspectionId,
				opensOn: reportingPeriod.opensOn,
				closesOn: reportingPeriod.closesOn
			})
			.from(reportingPeriod)
			.where(
				and(
					inArray(reportingPeriod.inspectionId, [...inspectionIds]),
					lte(reportingPeriod.opensOn, today)
				)
			)
			.orderBy(desc(reportingPeriod.opensOn));
		return Map.groupBy(rows, ({ inspectionId }) => inspectionId);
	}
);

/** By inspection and number. */
export const listColumns = remember(
	async (db: Queryable, inspectionIds: readonly number[]) =>
		await db
			.select({
				id: recommendation.id,
				inspectionId: recommendation.inspectionId,
				number: recommendation.number,
				title: recommendation.title,
				theme: recommendation.theme
			})
			.from(recommendation)
			.where(inArray(recommendation.inspectionId, [...inspectionIds]))
			.orderBy(asc(recommendation.inspectionId), asc(recommendation.number))
);

/** The bodies that somebody may see, in the order of the regions. */
export const listBodies = remember(
	async (db: Queryable, { roles }: RolesHeld) =>
		await db
			.select({
				id: organisation.id,
				code: organisation.code,
				name: organisation.name,
				kind: organisation.kind,
				region: organisation.region
			})
			.from(organisation)
			.where(visibleTo({ roles }, organisation.id))
			.orderBy(...BY_REGION, asc(organisation.id))
);

export interface CellScope {
	readonly sheets: readonly {
		readonly inspectionId: number;
		readonly periods: readonly ReportingPeriod[];
	}[];
	readonly today: PlainDate;
	readonly filter: AssignmentFilter;
}

export type Cell = StateFacts & {
	readonly inspectionId: number;
	readonly recommendationId: number;
	readonly organisationId: number;
};

const WHICH = {
	inspectionId: assignment.inspectionId,
	recommendationId: assignment.recommendationId,
	organisationId: assignment.organisationId
};

const JUDGED_BY = {
	status: { status: assignment.status },
	timeliness: {
		status: assignment.status,
		originalDueOn: assignment.originalDueOn,
		currentDueOn: assignment.currentDueOn,
		claimedOn: assignment.claimedOn
	},
	freshness: {
		status: assignment.status,
		lastReportedOn: assignment.lastReportedOn,
		allocatedOn: assignment.allocatedOn,
		askedSince: assignment.askedSince
	}
} as const satisfies Record<MatrixShow, object>;

/** Of each assignment that the filter describes and the actor may see what a cell is judged by: one query. */
export async function listCells(
	db: Queryable,
	to: RolesHeld,
	{ sheets, today, filter }: CellScope,
	show: MatrixShow
): Promise<readonly Cell[]> {
	// Every column is in the index that counts are made from, so that no row is looked up. On an earlier day each
	// is worked out from the records, so that only those are asked for that the state is judged by.
	return db
		.select({ ...WHICH, ...JUDGED_BY[show] })
		.from(assignment)
		.where(and(visibleTo(to, assignment.organisationId), isOnOneOf(sheets, filter, today)));
}

/** Of each inspection how many assignments that would show, and of how many bodies; nothing where there are none. */
export const sizesOf = remember(async (db: Queryable, to: RolesHeld, scope: CellScope) => {
	const { sheets, today, filter } = scope;
	const rows = await db
		.select({
			inspectionId: assignment.inspectionId,
			assignments: count(),
			bodies: countDistinct(assignment.organisationId)
		})
		.from(assignment)
		.where(and(visibleTo(to, assignment.organisationId), isOnOneOf(sheets, filter, today)))
		.groupBy(assignment.inspectionId);
	return new Map(rows.map(({ inspectionId, ...size }) => [inspectionId, size]));
});

/** Each inspection has reporting periods of its own, by which its assignments are judged. */
function isOnOneOf(
	sheets: CellScope['sheets'],
	filter: AssignmentFilter,
	today: PlainDate
): SQL | undefined {
	const isOf = (inspectionId: number) => eq(assignment.inspectionId, inspectionId);
	if (filter.freshness.length > 0) {
		const of = sheets.map((sheet) =>
			and(isOf(sheet.inspectionId), matchesFilter(filter, sheet.periods, today))
		);
		return or(...of);
	}
	const ids = sheets.map(({ inspectionId }) => inspectionId);
	return and(inArray(assignment.inspectionId, ids), matchesFilter(filter, [], today));
}
