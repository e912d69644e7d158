import { notFound } from '#lib/domain/refusal.ts';
import { and, asc, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { action, actionAssignment } from '../schema/action.ts';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { recommendationPart } from '../schema/part.ts';

interface Owner {
	readonly id: number;
	readonly recommendationId: number;
	readonly organisationId: number;
}

/** The latest version of the item that a key names, any of its versions. */
export async function latestVersion(db: Queryable, assignmentId: number, key: string) {
	const [named] = await db
		.select({ key: evidence.key, itemKey: evidence.itemKey })
		.from(evidence)
		.where(and(eq(evidence.key, key), eq(evidence.assignmentId, assignmentId)));
	if (!named) throw notFound('evidence');
	const first = named.itemKey ?? named.key;
	const [latest] = await db
		.select()
		.from(evidence)
		.where(or(eq(evidence.key, first), eq(evidence.itemKey, first)))
		.orderBy(desc(evidence.itemVersion))
		.limit(1);
	if (!latest) throw new Error(`The item ${first} has no version`);
	return { ...latest, itemKey: first };
}

/** @throws Refusal 'not-found' for a part of another recommendation */
export async function mustBePartOf(
	db: Queryable,
	partId: number,
	{ recommendationId }: Pick<Owner, 'recommendationId'>
): Promise<void> {
	const rows = await db
		.select({ id: recommendationPart.id })
		.from(recommendationPart)
		.where(
			and(
				eq(recommendationPart.id, partId),
				eq(recommendationPart.recommendationId, recommendationId)
			)
		);
	if (rows.length === 0) throw notFound('part');
}

/**
 * The action of that key, which serves the assignment.
 * @throws Refusal 'not-found' for one of another organisation, or of none of the assignment's plan
 */
export async function findActionFor(db: Queryable, key: string, owner: Owner): Promise<number> {
	const [row] = await db
		.select({ id: action.id })
		.from(action)
		.innerJoin(actionAssignment, eq(actionAssignment.actionId, action.id))
		.where(
			and(
				eq(action.key, key),
				eq(action.organisationId, owner.organisationId),
				eq(actionAssignment.assignmentId, owner.id)
			)
		);
	if (!row) throw notFound('action');
	return row.id;
}

/** The parts that the recommendation has today, in their order. */
export function currentParts(db: Queryable, recommendationId: number) {
	return db
		.select({
			id: recommendationPart.id,
			label: recommendationPart.label,
			text: recommendationPart.text
		})
		.from(recommendationPart)
		.where(
			and(
				eq(recommendationPart.recommendationId, recommendationId),
				isNull(recommendationPart.toDay)
			)
		)
		.orderBy(asc(recommendationPart.position));
}

/** The steps of the assignment's plan that were not dropped, in their order. */
export function currentActions(db: Queryable, assignmentId: number) {
	return db
		.select({ id: action.id, key: action.key, title: action.title })
		.from(actionAssignment)
		.innerJoin(action, eq(action.id, actionAssignment.actionId))
		.where(and(eq(actionAssignment.assignmentId, assignmentId), ne(action.state, 'dropped')))
		.orderBy(asc(actionAssignment.position));
}

/** Whether the organisation's own evidence already has one of these files. Other bodies' are never looked at. */
export async function hasAnyFile(
	db: Queryable,
	organisationId: number,
	sha256s: readonly string[]
): Promise<boolean> {
	const rows = await db
		.select({ key: evidence.key })
		.from(evidence)
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.where(
			and(
				inArray(evidence.fileSha256, [...sha256s]),
				isNull(evidence.withdrawnAt),
				eq(assignment.organisationId, organisationId)
			)
		)
		.limit(1);
	return rows.length > 0;
}
