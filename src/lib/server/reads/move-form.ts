import type { Actor } from '#lib/domain/actor.ts';
import type { Verb } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { readDecisions, readEvidence } from './assignment-parts.ts';

/** What a decision is made on: the evidence that counts, and for the inspectorate the claim that waits. */
export async function readMoveForm(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	verb: Verb
) {
	if (verb !== 'report-complete' && verb !== 'confirm' && verb !== 'return') {
		return { evidence: null, claim: null };
	}
	const found = await findAssignment(db.read, actor, name);
	const evidence = await readEvidence(db.read, found.id);
	const decisions = await readDecisions(db.read, found.id);
	return {
		evidence: evidence.filter((item) => item.withdrawnOn === null),
		claim: decisions.find((decision) => decision.verb === 'report-complete') ?? null
	};
}
