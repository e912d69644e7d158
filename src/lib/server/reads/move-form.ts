import type { Actor } from '#lib/domain/actor.ts';
import type { Verb } from '#lib/domain/status.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { readDecisions } from './assignment-parts.ts';
import { readEvidenceThatCounts } from './evidence-latest.ts';
import type { ScanningContext } from './evidence-rows.ts';

/** What a decision is made on: the evidence that counts, and for the inspectorate the claim that waits. */
export async function readMoveForm(
	context: ScanningContext,
	actor: Actor,
	name: AssignmentName,
	verb: Verb
) {
	if (verb !== 'report-complete' && verb !== 'confirm' && verb !== 'return') {
		return { evidence: null, claim: null };
	}
	const { db } = context;
	const found = await findAssignment(db.read, actor, name);
	const evidence = await readEvidenceThatCounts(context, actor, found);
	const decisions = await readDecisions(db.read, found.id);
	return {
		evidence,
		claim: decisions.find((decision) => decision.verb === 'report-complete') ?? null
	};
}
