import type { PlainDate } from '#lib/domain/plain-date.ts';
import { OPEN_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
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
 * What the history alone tells of each recommendation, in one query: how many of its assignments were open at
 * the end of `since`, as their last change by that day left them, and the status changes after it, up to and
 * with today, counted by from and to. How things stand now is the other telling that it must meet.
 */
export const countMovement = remember(async (db: Queryable, scope: MovementScope) => {
	const rows = await unionAll(openings(db, scope), changes(db, scope));
	const isOpening = ({ to }: (typeof rows)[number]) => to === null;
	return {
		opening: new Map(rows.filter(isOpening).map((row) => [row.recommendationId, row.items])),
		changes: rows.flatMap(({ to, ...row }) => (to === null ? [] : [{ ...row, to }]))
	};
});

const NOTHING = sql<AssignmentStatus | null>`null`;

function openings(db: Queryable, scope: MovementScope) {
	const then = sql<AssignmentStatus | null>`(select ${statusChange.toStatus} from ${statusChange}
		where ${statusChange.assignmentId} = ${assignment.id} and ${statusChange.onDay} <= ${scope.since}
		order by ${statusChange.onDay} desc, ${statusChange.id} desc limit 1)`;
	return db
		.select({
			recommendationId: assignment.recommendationId,
			from: NOTHING,
			to: NOTHING,
			items: sql<number>`sum(coalesce(${then} in (${OPEN}), 0))`
		})
		.from(assignment)
		.where(and(eq(assignment.inspectionId, scope.inspectionId), isOf(scope)))
		.groupBy(assignment.recommendationId);
}

function changes(db: Queryable, scope: MovementScope) {
	return db
		.select({
			recommendationId: assignment.recommendationId,
			from: sql<AssignmentStatus | null>`${statusChange.fromStatus}`,
			to: sql<AssignmentStatus | null>`${statusChange.toStatus}`,
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
		.groupBy(assignment.recommendationId, statusChange.fromStatus, statusChange.toStatus);
}

function isOf({ organisationId }: MovementScope): SQL | undefined {
	return organisationId === undefined ? undefined : eq(assignment.organisationId, organisationId);
}
