import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { receipt } from '../db/schema/claim.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * A receipt as it was made: `content` is the text that its hash is taken over.
 * @throws Refusal 'not-found' for one that is not there or not the actor's to see
 */
export async function readReceiptOf({ db }: Context, actor: Actor, key: string) {
	const [row] = await db.read
		.select({
			key: receipt.key,
			at: receipt.at,
			content: receipt.content,
			contentHash: receipt.contentHash,
			chainSequence: receipt.chainSequence,
			chainHead: receipt.chainHead,
			organisationId: assignment.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			inspectionCode: inspection.code,
			number: recommendation.number
		})
		.from(receipt)
		.innerJoin(assignment, eq(assignment.id, receipt.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(receipt.key, key), visibleTo(actor, assignment.organisationId)));
	if (!row) throw notFound('receipt');
	mustBeAbleTo(actor, 'read-assignment', row);
	const { inspectionCode, number, ...shown } = row;
	return { ...shown, recommendation: recommendationReference(inspectionCode, number) };
}
