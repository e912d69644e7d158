import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { WORKABLE } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { findRecommendation, partsOf, partsVersion, standingParts } from '../db/queries/part.ts';

/** What the page on which the parts of a recommendation are written shows. @throws Refusal 'not-found', 'not-allowed' */
export async function readPartsForm({ db }: Context, actor: Actor, reference: string) {
	const found = await findRecommendation(db.read, reference);
	mustBeAbleTo(actor, 'write-parts');
	return {
		reference,
		title: found.title,
		parts: await standingParts(db.read, found.id),
		version: await partsVersion(db.read, found.id)
	};
}

/** The parts of an assignment, and whether anything can be said of them now. @throws Refusal 'not-found' */
export async function readAssignmentParts({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	return {
		parts: await partsOf(db.read, found),
		isPossible: WORKABLE.includes(found.status)
	};
}
