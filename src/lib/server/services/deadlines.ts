import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { DeadlineKind, DeadlineSetter } from '#lib/domain/deadline.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment, type FormStamp } from '../db/queries/assignment-change.ts';
import { deadlineRevision } from '../db/schema/history.ts';

export interface DeadlineCommand extends FormStamp {
	/** As printed, where it is printed. */
	readonly phrase?: string | undefined;
	readonly kind: DeadlineKind;
	readonly lastDay: PlainDate | null;
	readonly rule: string;
	readonly setBy: DeadlineSetter;
	/** Needed for every change of a date that was set before. */
	readonly reason?: string | undefined;
}

/**
 * Sets or moves a deadline: a revision is added, the original stays.
 * @throws Refusal as `beginChange`, or 'reason-needed' where a date is moved without one
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
		const isMove = found.originalDueOn !== null && command.lastDay !== found.currentDueOn;
		if (found.originalDueOn !== null && reason === null) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		await tx.insert(deadlineRevision).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			phrase: command.phrase ?? null,
			kind: command.kind,
			lastDay: command.lastDay,
			rule: command.rule,
			setBy: command.setBy,
			reason
		});
		await changeAssignment(tx, found, {
			originalDueOn: found.originalDueOn ?? command.lastDay,
			currentDueOn: command.lastDay,
			deadlineMoves: found.deadlineMoves + (isMove ? 1 : 0)
		});
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
				lastDay: command.lastDay,
				reason
			}
		});
	});
}
