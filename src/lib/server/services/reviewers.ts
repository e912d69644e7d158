import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { checkReviewer } from '#lib/domain/reviewer.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { listInspectors } from '../db/queries/reviewer.ts';
import { reviewerChange } from '../db/schema/review.ts';
import { tellOfHandedReview } from '../mail/assignments.ts';

export interface ReviewerCommand extends FormStamp {
	/** Null to put the claim back into the queue. */
	readonly reviewerId: number | null;
	readonly reason?: string | undefined;
}

/**
 * An inspector takes a claim for review, hands it over to another, or puts it back.
 * @throws Refusal as `beginChange`, 'not-found' for a reviewer who is no active inspector, or as `checkReviewer`
 */
export async function setReviewer(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ReviewerCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { reviewerId: to } = command;
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'take-review', command, moment);
		const inspectors = await listInspectors(tx);
		const reviewer = inspectors.find(({ id }) => id === to);
		if (to !== null && !reviewer) throw notFound('person');
		const reason = writtenOrNull(command.reason);
		const step = checkReviewer({
			actorId: actor.personId,
			...{ status: found.status, claimedBy: found.claimedBy, from: found.reviewerId, to },
			reason: command.reason
		});
		await tx.insert(reviewerChange).values({
			...{ assignmentId: found.id, at: moment.at, onDay: moment.today },
			...{ actorId: actor.personId, reviewerId: to, reason }
		});
		await changeAssignment(tx, found, { reviewerId: to });
		await record(tx, {
			action: `assignment.${step}`,
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				...(step === 'hand-over-review' && reviewer ? { reviewer: reviewer.name } : {})
			}
		});
		if (step !== 'hand-over-review' || !reviewer) return;
		await tellOfHandedReview(tx, actor, reviewer.email, found, name, moment, context.origin);
	});
}
