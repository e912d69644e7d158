import type { Actor } from '#lib/domain/actor.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { readWaiting } from './assignment-parts.ts';

/** What the assignment waits for now, and which other bodies have the same recommendation to wait for. */
export async function readWaitingForm({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const others = await db.read
		.select({ code: organisation.code, name: organisation.name })
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(eq(assignment.recommendationId, found.recommendationId), ne(assignment.id, found.id))
		)
		.orderBy(asc(organisation.name))
		.limit(100);
	return {
		waiting: await readWaiting(db.read, found.id),
		others: others.map((other) => ({
			reference: `${name.reference}/${other.code}`,
			name: other.name
		}))
	};
}
