import type { Actor, Role } from '#lib/domain/actor.ts';
import type { Audience } from '#lib/domain/audience.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { listMentionable } from '../db/queries/mentionable.ts';

/** Somebody who can be told of a comment, without their address. */
export interface PersonToTell {
	readonly id: number;
	readonly name: string;
	readonly roles: readonly { readonly role: Role; readonly isOfBody: boolean }[];
}

/**
 * Whom the actor may name in a comment or a note.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function readPeopleToTell(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	audience: Audience
): Promise<PersonToTell[]> {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, audience === 'inspectorate' ? 'keep-note' : 'comment', found);
	const people = await listMentionable(db.read, actor, found.organisationId, audience);
	return people.map(({ personId, name, roles }) => ({ id: personId, name, roles }));
}
