import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { count, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { listInspectors } from '../db/queries/reviewer.ts';
import { assignment } from '../db/schema/assignment.ts';
import { formOf } from './assignment-form.ts';

/**
 * What the page on which a claim is taken, handed over or put back shows, in three queries: whose it is, and
 * how many claims each inspector has.
 * @throws Refusal 'not-found', 'not-allowed'
 */
export async function readReviewerForm({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'take-review', found);
	const inspectors = await listInspectors(db.read);
	const taken = await db.read
		.select({ reviewerId: assignment.reviewerId, claims: count() })
		.from(assignment)
		.where(eq(assignment.status, 'reported-complete'))
		.groupBy(assignment.reviewerId);
	const { reviewerId } = found;
	return {
		assignment: formOf(found, name),
		isWaiting: found.status === 'reported-complete',
		reviewerId,
		reviewer: inspectors.find(({ id }) => id === reviewerId)?.name ?? null,
		me: actor.personId,
		/** Without whoever made the claim. */
		inspectors: inspectors
			.filter(({ id }) => id !== found.claimedBy)
			.map(({ id, name }) => ({
				...{ id, name },
				claims: taken.find((row) => row.reviewerId === id)?.claims ?? 0
			}))
	};
}
