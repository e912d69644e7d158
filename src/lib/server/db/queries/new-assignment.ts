import type { Moment } from '#lib/domain/clock.ts';
import type { Capacity } from '#lib/domain/organisation.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { statusChange } from '../schema/history.ts';

/** What one more assignment is about, and where it begins. */
export interface NewAssignment {
	readonly inspectionId: number;
	readonly recommendationId: number;
	readonly organisationId: number;
	readonly capacity: Capacity;
	readonly status: AssignmentStatus;
	/** What was said by whoever claimed it, where it begins as a claim. */
	readonly statement?: string | null;
}

/**
 * An assignment with the first row of its history.
 * @param actorId who brought it to where it begins: for a claim whoever made it, so that they do not decide it
 * @returns its id
 */
export async function insertAllocated(
	tx: Queryable,
	{ statement = null, ...about }: NewAssignment,
	actorId: number | null,
	{ at, today }: Moment
): Promise<number> {
	const isClaim = about.status === 'reported-complete';
	const [made] = await tx
		.insert(assignment)
		.values({
			...about,
			...{ allocatedOn: today, statusOn: today, acceptance: 'not-recorded' },
			...(isClaim ? { claimedOn: today, claimedBy: actorId, lastReportedOn: today } : {})
		})
		.returning({ id: assignment.id });
	if (!made) throw new Error('The assignment was not stored');
	await tx.insert(statusChange).values({
		...{ assignmentId: made.id, at, onDay: today, actorId },
		...{ verb: 'allocate', toStatus: about.status, statement }
	});
	return made.id;
}
