import type { Actor } from '#lib/domain/actor.ts';
import { readReceipt } from '#lib/domain/receipt.ts';
import type { Verb } from '#lib/domain/status.ts';
import { eq } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import {
	findAssignment,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';
import { partsOf } from '../db/queries/part.ts';
import { receipt } from '../db/schema/claim.ts';
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
	if (verb !== 'confirm' && verb !== 'return') {
		return { evidence: null, claim: null, shown: null, openParts: [] };
	}
	const { db } = context;
	const found = await findAssignment(db.read, actor, name);
	const evidence = await readEvidenceThatCounts(context, actor, found);
	const decisions = await readDecisions(db.read, found.id);
	const claim = decisions.find((decision) => decision.verb === 'report-complete') ?? null;
	return {
		evidence,
		claim,
		openParts: await openPartsOf(db.read, found),
		shown: claim?.receiptKey ? await whatItRestsOn(db.read, claim.id) : null
	};
}

/** Labels of parts that are open although the claim was made: an inspector wrote them after it. */
async function openPartsOf(db: Queryable, found: FoundAssignment): Promise<string[]> {
	const parts = await partsOf(db, found);
	return parts.filter(({ isMet }) => !isMet).map(({ label }) => label);
}

/** What the claim names as evidence for each point, as it was submitted. */
async function whatItRestsOn(db: Queryable, claimId: number) {
	const [row] = await db
		.select({ content: receipt.content })
		.from(receipt)
		.where(eq(receipt.claimId, claimId));
	if (!row) return null;
	const { shows, evidence } = readReceipt(row.content);
	return { shows, evidence };
}
