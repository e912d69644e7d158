import type { RolesHeld } from '#lib/domain/actor.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { waiting } from '../schema/history.ts';
import { awaitedAssignment, awaitedOrganisation } from './aliases.ts';
import { isInScope, type FilterScope } from './assignment-filter.ts';
import { isOpenSql } from './timeliness.ts';
import { isNotEndedSql } from './waiting.ts';

/**
 * Each open assignment in scope that waits for another, and for whom, by the name of who is waited for. Waits
 * are few, so they are counted by whoever asks.
 */
export const openWaitsInScope = remember((db: Queryable, to: RolesHeld, scope: FilterScope) =>
	db
		.selectDistinct({
			assignmentId: assignment.id,
			code: awaitedOrganisation.code,
			name: awaitedOrganisation.name
		})
		.from(waiting)
		.innerJoin(assignment, eq(assignment.id, waiting.assignmentId))
		.innerJoin(awaitedAssignment, eq(awaitedAssignment.id, waiting.onAssignmentId))
		.innerJoin(awaitedOrganisation, eq(awaitedOrganisation.id, awaitedAssignment.organisationId))
		.where(and(isNotEndedSql, isOpenSql, isInScope(to, scope)))
		.orderBy(asc(awaitedOrganisation.name), asc(awaitedOrganisation.code))
);
