import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { action, actionAssignment } from '../schema/action.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { post } from '../schema/post.ts';
import { recommendation } from '../schema/recommendation.ts';
import { findAssignment, type AssignmentName } from './assignment.ts';

/** What names an action in an address: the assignment in whose plan it is looked at, and its key. */
export interface ActionName extends AssignmentName {
	readonly action: string;
}

export type FoundAction = Awaited<ReturnType<typeof findAction>>;

/**
 * The action with the assignments that it serves, scoped to the actor.
 * @throws Refusal 'not-found' when it is not there, not the actor's to see, or not in this assignment's plan
 */
export async function findAction(db: Queryable, actor: Actor, name: ActionName) {
	const found = await findAssignment(db, actor, name);
	const [row] = await db
		.select({ action, owner: post.title })
		.from(action)
		.innerJoin(actionAssignment, eq(actionAssignment.actionId, action.id))
		.leftJoin(post, eq(post.id, action.ownerPostId))
		.where(and(eq(action.key, name.action), eq(actionAssignment.assignmentId, found.id)));
	if (!row) throw notFound('action');
	const serves = await assignmentsServed(db, [row.action.id]);
	return { ...row.action, owner: row.owner, serves, assignment: found };
}

export interface Served {
	readonly actionId: number;
	readonly assignmentId: number;
	/** 'OIC-7' */
	readonly recommendation: string;
	/** 'OIC-7/KENT' */
	readonly reference: string;
	readonly position: number;
}

/** The assignments that the actions serve, in the order of their references: one query for any number. */
export async function assignmentsServed(
	db: Queryable,
	actionIds: readonly number[]
): Promise<Served[]> {
	if (actionIds.length === 0) return [];
	const rows = await db
		.select({
			actionId: actionAssignment.actionId,
			assignmentId: actionAssignment.assignmentId,
			position: actionAssignment.position,
			inspection: inspection.code,
			number: recommendation.number,
			organisation: organisation.code
		})
		.from(actionAssignment)
		.innerJoin(assignment, eq(assignment.id, actionAssignment.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(inArray(actionAssignment.actionId, [...actionIds]))
		.orderBy(asc(inspection.code), asc(recommendation.number));
	return rows.map(({ inspection, number, organisation, ...row }) => ({
		...row,
		recommendation: `${inspection}-${number}`,
		reference: assignmentReference(inspection, number, organisation)
	}));
}

/**
 * The organisation's assignments of those recommendations ('OIC-7'), without repeats.
 * @throws Refusal 'not-found' where it has none of one of them
 */
export async function findOwnAssignments(
	db: Queryable,
	organisationId: number,
	recommendations: readonly string[]
) {
	const wanted = [...new Set(recommendations)].map((reference) => {
		const parsed = parseReference(reference);
		if (!parsed) throw notFound('assignment');
		return parsed;
	});
	if (wanted.length === 0) return [];
	const rows = await db
		.select({
			id: assignment.id,
			status: assignment.status,
			inspection: inspection.code,
			number: recommendation.number,
			organisation: organisation.code
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(assignment.organisationId, organisationId),
				or(
					...wanted.map((reference) =>
						and(
							eq(inspection.code, reference.inspection),
							eq(recommendation.number, reference.number)
						)
					)
				)
			)
		)
		.orderBy(asc(inspection.code), asc(recommendation.number));
	if (rows.length < wanted.length) throw notFound('assignment');
	return rows.map(({ inspection, number, organisation, ...row }) => ({
		...row,
		reference: assignmentReference(inspection, number, organisation)
	}));
}

/** The title of a post of the organisation. @throws Refusal 'not-found' for a post of another */
export async function findOwnPost(
	db: Queryable,
	organisationId: number,
	postId: number | null
): Promise<string | null> {
	if (postId === null) return null;
	const [row] = await db
		.select({ title: post.title })
		.from(post)
		.where(and(eq(post.id, postId), eq(post.organisationId, organisationId)));
	if (!row) throw notFound('post');
	return row.title;
}
