import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isBlank, writtenOrNull } from '#lib/domain/narrative.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { WaitingResponse } from '#lib/domain/waiting.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { openWaitsOn } from '../db/queries/waiting.ts';
import { waitingResponse } from '../db/schema/requests.ts';
import { tellOfWaitAnswer } from '../mail/waiting.ts';

export interface WaitAnswerCommand extends FormStamp {
	/** The assignment that waits. */
	readonly by: AssignmentName;
	/** The wait that was read: not a later one of the same body. */
	readonly waitingId: number;
	readonly answer: WaitingResponse;
	/** Needed for a dispute. */
	readonly reason?: string | undefined;
}

/**
 * The body that is waited for says whether the wait is right. The latest answer counts; nothing else changes.
 * @param name the assignment that is waited for, the actor's own
 * @throws Refusal as `beginChange`, 'wait-ended' where no such wait holds (any more), or 'reason-needed'
 */
export async function answerWaiting(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	{ by, waitingId, answer, ...command }: WaitAnswerCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'answer-waiting', command, moment);
		const wait = (await openWaitsOn(tx, found.id, by)).find(({ id }) => id === waitingId);
		if (!wait) throw new Refusal('wait-ended');
		if (answer === 'disputed' && isBlank(command.reason ?? '')) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		const reason = writtenOrNull(command.reason);
		await tx.insert(waitingResponse).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			waitingId: wait.id,
			response: answer,
			reason
		});
		await changeAssignment(tx, found, {});
		await record(tx, {
			action: answer === 'disputed' ? 'assignment.dispute-wait' : 'assignment.acknowledge-wait',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				by: `${wait.reference}/${wait.organisationCode}`,
				byOrganisation: wait.organisationName,
				reason
			}
		});
		await tellOfWaitAnswer(tx, actor, answer, found, wait, moment, context.origin);
	});
}
