import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Queryable } from '../db/open.ts';
import type { FoundAssignment } from '../db/queries/assignment.ts';
import { record } from './record.ts';

/** The line of the trail about one step of an assignment: 'ask-extension' is told as `assignment.ask-extension`. */
export async function recordStep(
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	step: string,
	said: Readonly<Record<string, string | null>>,
	moment: Moment
): Promise<void> {
	await record(tx, {
		action: `assignment.${step}`,
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: { reference: found.reference, organisation: found.organisationName, ...said }
	});
}

/** What every row that tells of a step says of it: of which assignment, when, and by whom. */
export function happened(actor: Actor, { id }: { readonly id: number }, { at, today }: Moment) {
	return { assignmentId: id, at, onDay: today, actorId: actor.personId };
}
