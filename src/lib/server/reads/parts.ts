import type { Actor } from '#lib/domain/actor.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { WORKABLE } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { findRecommendation, partsOf, partsVersion, standingParts } from '../db/queries/part.ts';
import { partStatements, retiredParts } from '../db/queries/parts-history.ts';
import { formOf } from './assignment-form.ts';

/** What the page on which the parts of a recommendation are written shows. @throws Refusal 'not-found', 'not-allowed' */
export async function readPartsForm({ db }: Context, actor: Actor, reference: string) {
	const found = await findRecommendation(db.read, reference);
	mustBeAbleTo(actor, 'write-parts');
	return {
		reference,
		title: found.title,
		parts: await standingParts(db.read, found.id),
		retired: await retiredParts(db.read, found.id),
		version: await partsVersion(db.read, found.id)
	};
}

/** The parts of an assignment with all that was said of them, in three queries. @throws Refusal 'not-found' */
export async function readAssignmentParts({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	return {
		assignment: formOf(found, name),
		parts: await partsOf(db.read, found),
		statements: await partStatements(db.read, found.id),
		mayRecord: can(actor, 'record-parts', found),
		isPossible: WORKABLE.includes(found.status)
	};
}
