import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { progressUpdate } from '../db/schema/history.ts';
import { selectUpdates, withCorrections, type Update } from './update-row.ts';

/**
 * The update that is to be corrected.
 * @throws Refusal 'not-found' for one of another assignment
 */
export async function readUpdateToCorrect(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	id: number
): Promise<Update> {
	const found = await findAssignment(db.read, actor, name);
	const [row] = await selectUpdates(db.read).where(
		and(eq(progressUpdate.assignmentId, found.id), eq(progressUpdate.id, id))
	);
	if (!row) throw notFound('update');
	return withCorrections(row);
}
