import type { PlainDate } from '#lib/domain/plain-date.ts';
import { OPEN_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { statusChange } from '../schema/history.ts';

export interface MovementScope {
	readonly inspectionId: number;
	/** The day whose end is the opening; what happened after it counts as movement. */
	readonly since: PlainDate;
	readonly today: PlainDate;
	/** Of one organisation alone. */
	readonly organisationId?: number | undefined;
}

const OPEN = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(', '));

/**
 * How many assignments of each recommendation were open at the end of `since`, as their last change by that
 * day left them. Read from the history alone: how things stand now is the other telling that it must meet.
 */
export const countOpenAt = remember(async (db: Queryable, scope: MovementScope) => {
	const then = sql<AssignmentStatus | null>`(select ${statusChange.toStatus} from ${statusChange}
		where ${statusChange.assignmentId} = ${assignment.id} and ${statusChange.onDay} <= ${scope.since}
		order by ${statusChange.onDay} desc, ${statusChange.id} desc limit 1)`;
	const rows = await db
		.select({
			recommendationId: assignment.recommendationId,
			open: sql<number>`sum(coalesce(${then} in (${OPEN}), 0))`
		})
		.from(assignment)
		.where(and(eq(assignment.inspectionId, scope.inspectionId), isOf(scope)))
		.groupBy(assignment.recommendationId);
	return new Map(rows.map((row) => [row.recommendationId, row.open]));
});

/** The status changes after `since`, up to and with today, counted by recommendation and by from and to. */
export const countChanges = remember(
	async (db: Queryable, scope: MovementScope) =>
		await db
			.select({
				recommendationId: assignment.recommendationId,
				from: statusChange.fromStatus,
				to: statusChange.toStatus,
				items: sql<number>`count(*)`
			})
			.from(assignment)
			.innerJoin(statusChange, eq(statusChange.assignmentId, assignment.id))
			.where(
				and(
					eq(assignment.inspectionId, scope.inspectionId),
					gt(statusChange.onDay, scope.since),
					lte(statusChange.onDay, scope.today),
					isOf(scope)
				)
			)
			.groupBy(assignment.recommendationId, statusChange.fromStatus, statusChange.toStatus)
);

function isOf({ organisationId }: MovementScope): SQL | undefined {
	return organisationId === undefined ? undefined : eq(assignment.organisationId, organisationId);
}
