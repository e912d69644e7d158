import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo, type Action } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import {
	findAssignment,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';

/**
 * What the page of a form about an assignment shows, and the stamp that its form sends back.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not do this
 */
export async function readAssignmentForm(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	action: Action
) {
	const found = await findAssignment(context.db.read, actor, name);
	mustBeAbleTo(actor, action, found);
	return formOf(found, name);
}

/** The same of an assignment that was found and may be changed. */
export function formOf(found: FoundAssignment, name: AssignmentName) {
	return {
		recommendation: name.reference,
		reference: found.reference,
		title: found.recommendationTitle,
		organisationCode: name.organisation,
		organisationName: found.organisationName,
		publishedOn: found.publishedOn,
		status: found.status,
		acceptance: found.acceptance,
		originalDueOn: found.originalDueOn,
		currentDueOn: found.currentDueOn,
		deadlineMoves: found.deadlineMoves,
		targetOn: found.targetOn,
		claimedBy: found.claimedBy,
		ownerPostId: found.ownerPostId,
		isExemptionAsked: found.openExemptionId !== null,
		version: found.version
	};
}
