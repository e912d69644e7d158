import type { RolesHeld } from '#lib/domain/actor.ts';
import type { Flow } from '#lib/domain/movement.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { CLOSED_OTHERWISE, OPEN_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { and, asc, count, eq, gt, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { rememberParts } from '../remember-parts.ts';
import { assignment } from '../schema/assignment.ts';
import { statusChange } from '../schema/history.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';
import { isOneOfThese } from './assignment-filter.ts';
import { visibleTo } from './visibility.ts';

/** A span of days, from the end of one to the end of the other, of what somebody may see of an inspection. */
export interface FlowScope {
	readonly inspectionId: number;
	readonly from: PlainDate;
	readonly to: PlainDate;
}

/** One flow, of one recommendation or one body alone where they are given. */
export interface FlowPick {
	readonly flow: Flow;
	readonly recommendation: number | undefined;
	/** Code of the body. */
	readonly organisation: string | undefined;
}

/** How many assignments of each recommendation and body are open, as the reader sees them: as at its day. */
export async function countOpenPairs(db: Queryable, { roles }: RolesHeld, inspectionId: number) {
	return [...(await openPairs(db, { roles }, inspectionId)).values()].flat();
}

const openPairs = rememberParts(async (db, only, to: RolesHeld, inspectionId: number) => {
	const rows = await db
		.select({
			recommendationId: assignment.recommendationId,
			organisationId: assignment.organisationId,
			items: count()
		})
		.from(assignment)
		.where(
			and(
				eq(assignment.inspectionId, inspectionId),
				isOneOfThese(only),
				visibleTo(to, assignment.organisationId),
				inArray(assignment.status, [...OPEN_STATUSES])
			)
		)
		.groupBy(assignment.recommendationId, assignment.organisationId);
	return Map.groupBy(rows, ({ recommendationId }) => recommendationId);
});

/** The status changes of the span, counted by recommendation, body, from and to. */
export async function countChangePairs(db: Queryable, { roles }: RolesHeld, scope: FlowScope) {
	return [...(await changePairs(db, { roles }, scope)).values()].flat();
}

const changePairs = rememberParts(async (db, only, to: RolesHeld, scope: FlowScope) => {
	const rows = await db
		.select({
			recommendationId: assignment.recommendationId,
			organisationId: assignment.organisationId,
			from: statusChange.fromStatus,
			to: statusChange.toStatus,
			items: count()
		})
		.from(assignment)
		.innerJoin(statusChange, eq(statusChange.assignmentId, assignment.id))
		.where(and(isOfSpan(to, scope), isOneOfThese(only)))
		.groupBy(
			assignment.recommendationId,
			assignment.organisationId,
			statusChange.fromStatus,
			statusChange.toStatus
		);
	return Map.groupBy(rows, ({ recommendationId }) => recommendationId);
});

/** The changes that make up one flow, in the order in which they were recorded, and how many there are. */
export async function listFlow(
	db: Queryable,
	to: RolesHeld,
	scope: FlowScope,
	{ flow, ...pick }: FlowPick,
	{ limit, offset }: { readonly limit: number; readonly offset: number }
) {
	return db
		.select({
			id: statusChange.id,
			number: recommendation.number,
			title: recommendation.title,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			onDay: statusChange.onDay,
			from: statusChange.fromStatus,
			to: statusChange.toStatus,
			actor: person.name,
			total: sql<number>`count(*) over ()`
		})
		.from(assignment)
		.innerJoin(statusChange, eq(statusChange.assignmentId, assignment.id))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(person, eq(person.id, statusChange.actorId))
		.where(
			and(
				isOfSpan(to, scope),
				FLOW_SQL[flow],
				pick.recommendation === undefined
					? undefined
					: eq(recommendation.number, pick.recommendation),
				pick.organisation === undefined ? undefined : eq(organisation.code, pick.organisation)
			)
		)
		.orderBy(asc(statusChange.onDay), asc(statusChange.id))
		.limit(limit)
		.offset(offset);
}

function isOfSpan(to: RolesHeld, scope: FlowScope): SQL | undefined {
	return and(
		eq(assignment.inspectionId, scope.inspectionId),
		visibleTo(to, assignment.organisationId),
		gt(statusChange.onDay, scope.from),
		lte(statusChange.onDay, scope.to)
	);
}

const listOf = (statuses: readonly AssignmentStatus[]) =>
	sql.raw(statuses.map((status) => `'${status}'`).join(', '));
const wasOpen = sql`coalesce(${statusChange.fromStatus} in (${listOf(OPEN_STATUSES)}), 1)`;

/** The SQL twin of `flowsOf`. */
export const FLOW_SQL: Readonly<Record<Flow, SQL>> = {
	added: sql`${statusChange.fromStatus} is null`,
	reopened: sql`(not ${wasOpen} and ${statusChange.toStatus} in (${listOf(OPEN_STATUSES)}))`,
	confirmed: sql`(${wasOpen} and ${statusChange.toStatus} = 'confirmed')`,
	closedOtherwise: sql`(${wasOpen} and ${statusChange.toStatus} in (${listOf(CLOSED_OTHERWISE)}))`
};
