import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isBlank } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * Evidence is withdrawn with a reason, never deleted.
 * @throws Refusal 'not-found', 'not-allowed', 'reason-needed', 'already-withdrawn', or
 *   'evidence-behind-claim' while a claim or confirmation rests on it
 */
export async function withdrawEvidence(
	context: Context,
	actor: Actor,
	key: string,
	command: { readonly reason: string; readonly submissionKey: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const [item] = await tx
			.select({
				id: evidence.id,
				kind: evidence.kind,
				title: evidence.title,
				withdrawnAt: evidence.withdrawnAt,
				assignmentId: assignment.id,
				organisationId: assignment.organisationId,
				status: assignment.status,
				inspection: inspection.code,
				number: recommendation.number,
				organisation: organisation.code,
				organisationName: organisation.name
			})
			.from(evidence)
			.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.where(and(eq(evidence.key, key), visibleTo(actor, assignment.organisationId)));
		if (!item) throw notFound('evidence');
		mustBeAbleTo(actor, 'withdraw-evidence', item);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		if (item.withdrawnAt !== null) throw new Refusal('already-withdrawn');
		if (item.status === 'reported-complete' || item.status === 'confirmed') {
			throw new Refusal('evidence-behind-claim', { facts: { status: item.status } });
		}
		if (isBlank(command.reason)) throw new Refusal('reason-needed', { field: 'reason' });
		await tx
			.update(evidence)
			.set({
				withdrawnAt: moment.at,
				withdrawnOn: moment.today,
				withdrawnBy: actor.personId,
				withdrawnReason: command.reason.trim()
			})
			.where(eq(evidence.id, item.id));
		await record(tx, {
			action: 'evidence.withdraw',
			actor,
			moment,
			assignmentId: item.assignmentId,
			organisationId: item.organisationId,
			particulars: {
				reference: assignmentReference(item.inspection, item.number, item.organisation),
				organisation: item.organisationName,
				kind: item.kind,
				title: item.title,
				reason: command.reason.trim()
			}
		});
	});
}
