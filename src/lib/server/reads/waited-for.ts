import type { Actor } from '#lib/domain/actor.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { openWaitsOn, type OpenWait } from '../db/queries/waiting.ts';
import { formOf } from './assignment-form.ts';

/**
 * Which other bodies wait for this assignment, and what was answered.
 * @throws Refusal 'not-found'
 */
export async function readWaitedFor({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const waits = await openWaitsOn(db.read, found.id);
	return {
		assignment: formOf(found, name),
		waits: waits.map(shownOf),
		mayAnswer: can(actor, 'answer-waiting', found)
	};
}

/**
 * The form that answers one wait; `wait` is null where it does not hold (any more).
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function readWaitForm(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	by: AssignmentName
) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, 'answer-waiting', found);
	const [wait] = await openWaitsOn(db.read, found.id, by);
	return { assignment: formOf(found, name), wait: wait ? shownOf(wait) : null };
}

function shownOf({ organisationId: _, title, ...wait }: OpenWait) {
	return { ...wait, recommendationTitle: title };
}
