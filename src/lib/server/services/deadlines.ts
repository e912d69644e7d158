import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { DeadlineSetter } from '#lib/domain/deadline.ts';
import { stateDeadline, type GivenDeadline } from '#lib/domain/deadline-worded.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName } from '../db/queries/assignment.ts';
import { beginChange } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeRevision } from '../db/queries/deadline.ts';
import { tellOfDeadline } from '../mail/assignments.ts';

export interface DeadlineCommand extends FormStamp, GivenDeadline {
	readonly setBy: DeadlineSetter;
	/** Needed for every change of a date that was set before. */
	readonly reason?: string | undefined;
}

/**
 * Sets or moves a deadline: a revision is added, the original stays.
 * @throws Refusal as `beginChange` and `stateDeadline`, or 'reason-needed' where a date is moved without one
 */
export async function setDeadline(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: DeadlineCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const reason = writtenOrNull(command.reason);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-deadline', command, moment);
		mustBeOpen(found.status);
		if (found.originalDueOn !== null && reason === null) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		const stated = stateDeadline(command, found.publishedOn);
		const revision = { ...stated, setBy: command.setBy, reason };
		await writeRevision(tx, actor, found, revision, moment);
		await record(tx, {
			action: 'assignment.set-deadline',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				previous: found.currentDueOn,
				lastDay: stated.lastDay,
				reason
			}
		});
		const days = { previous: found.currentDueOn, lastDay: stated.lastDay };
		await tellOfDeadline(tx, actor, found, name, days, moment, context.origin);
	});
}
