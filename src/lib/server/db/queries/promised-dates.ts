import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { PromiseKind } from '#lib/domain/post.ts';
import { CLOSED_OTHERWISE } from '#lib/domain/status.ts';
import type { Queryable } from '../open.ts';
import { action, actionAssignment } from '../schema/action.ts';
import { assignment } from '../schema/assignment.ts';
import { progressUpdate, waiting, waitingEnd } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { recommendation } from '../schema/recommendation.ts';
import { awaitedAssignment, awaitedOrganisation } from './aliases.ts';
import { isOpenSql } from './timeliness.ts';

/** The assignments that the post owns or delivers. */
export function isOfPost(postId: number) {
	return or(eq(assignment.ownerPostId, postId), eq(assignment.deliveryPostId, postId));
}

const PLACE = { inspectionCode: inspection.code, number: recommendation.number };

/**
 * Every day that is promised of the post's open assignments, the earliest first: actions of their plans or of
 * the post's own, the milestone of each latest update, and reviews of waits. `total` counts all of them.
 */
export function promisedDates(
	db: Queryable,
	post: { readonly id: number; readonly organisationId: number },
	limit: number
) {
	const promised = unionAll(
		actionDates(db, post),
		milestones(db, post.id),
		reviews(db, post.id)
	).as('promised');
	return db
		.select({
			kind: promised.kind,
			day: promised.day,
			text: promised.text,
			inspectionCode: promised.inspectionCode,
			number: promised.number,
			total: sql<number>`count(*) over ()`
		})
		.from(promised)
		.orderBy(asc(promised.day), asc(promised.number), asc(promised.text))
		.limit(limit);
}

function actionDates(db: Queryable, post: { id: number; organisationId: number }) {
	const isServed = sql`exists (select 1 from ${actionAssignment} x
		join ${assignment} a on a.id = x.assignment_id
		where x.action_id = ${action.id} and a.status not in ${['confirmed', ...CLOSED_OTHERWISE]}
			and (a.owner_post_id = ${post.id} or a.delivery_post_id = ${post.id}))`;
	const first = sql`(select min(x.assignment_id) from ${actionAssignment} x
		where x.action_id = ${action.id})`;
	return db
		.select({
			kind: kindOf('action'),
			day: sql<PlainDate>`${action.dueOn}`.as('day'),
			text: sql<string>`${action.title}`.as('text'),
			...PLACE
		})
		.from(action)
		.innerJoin(assignment, eq(assignment.id, first))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(
			and(
				eq(action.organisationId, post.organisationId),
				eq(action.state, 'planned'),
				isNotNull(action.dueOn),
				or(eq(action.ownerPostId, post.id), isServed)
			)
		);
}

function milestones(db: Queryable, postId: number) {
	return db
		.select({
			kind: kindOf('milestone'),
			day: sql<PlainDate>`${progressUpdate.nextMilestoneOn}`.as('day'),
			text: sql<string>`coalesce(${progressUpdate.nextMilestone}, '')`.as('text'),
			...PLACE
		})
		.from(assignment)
		.innerJoin(
			progressUpdate,
			eq(
				progressUpdate.id,
				sql`(select max(u.id) from ${progressUpdate} u where u.assignment_id = ${assignment.id})`
			)
		)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(and(isOfPost(postId), isOpenSql, isNotNull(progressUpdate.nextMilestoneOn)));
}

function reviews(db: Queryable, postId: number) {
	return db
		.select({
			kind: kindOf('review'),
			day: sql<PlainDate>`${waiting.reviewOn}`.as('day'),
			text: sql<string>`${awaitedOrganisation.name}`.as('text'),
			...PLACE
		})
		.from(assignment)
		.innerJoin(waiting, eq(waiting.assignmentId, assignment.id))
		.innerJoin(awaitedAssignment, eq(awaitedAssignment.id, waiting.onAssignmentId))
		.innerJoin(awaitedOrganisation, eq(awaitedOrganisation.id, awaitedAssignment.organisationId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(
			and(
				isOfPost(postId),
				isOpenSql,
				sql`not exists (select 1 from ${waitingEnd} where ${waitingEnd.waitingId} = ${waiting.id})`
			)
		);
}

function kindOf(kind: PromiseKind) {
	return sql<PromiseKind>`${kind}`.as('kind');
}
