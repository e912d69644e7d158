import type { Actor } from '#lib/domain/actor.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { action, actionAssignment } from '../db/schema/action.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * What can be chosen for an action: the organisation's posts, and those of its assignments from the same
 * inspection that are open, with whichever the action serves already.
 */
export async function readActionChoices(
	{ db: { read } }: Context,
	actor: Actor,
	name: AssignmentName,
	actionKey = ''
) {
	const found = await findAssignment(read, actor, name);
	const posts = await read
		.select({ id: post.id, title: post.title, holder: postHolder.name })
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.where(eq(post.organisationId, found.organisationId))
		.orderBy(asc(post.title))
		.limit(500);
	const rows = await read
		.select({
			inspection: inspection.code,
			number: recommendation.number,
			title: recommendation.title
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.leftJoin(action, eq(action.key, actionKey))
		.leftJoin(
			actionAssignment,
			and(
				eq(actionAssignment.assignmentId, assignment.id),
				eq(actionAssignment.actionId, action.id)
			)
		)
		.where(
			and(
				eq(assignment.organisationId, found.organisationId),
				or(
					and(eq(assignment.inspectionId, found.inspectionId), isOpenSql),
					eq(actionAssignment.actionId, action.id)
				)
			)
		)
		.orderBy(asc(inspection.code), asc(recommendation.number))
		.limit(200);
	return {
		posts,
		recommendations: rows.map(({ inspection, number, title }) => ({
			reference: recommendationReference(inspection, number),
			title
		}))
	};
}
