import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeOpen } from '#lib/domain/status.ts';
import { checkTarget } from '#lib/domain/target.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { targetChange } from '../db/schema/history.ts';

export interface TargetCommand extends FormStamp {
	/** Undefined takes the target away. */
	readonly targetOn?: PlainDate | undefined;
	readonly reason?: string | undefined;
}

/**
 * The organisation sets, moves or takes away the day that it aims for itself. The deadline stays as it is.
 * @throws Refusal as `beginChange` and `checkTarget`, or 'assignment-closed'
 */
export async function setTarget(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: TargetCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const targetOn = command.targetOn ?? null;
	const reason = writtenOrNull(command.reason);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-target', command, moment);
		mustBeOpen(found.status);
		checkTarget(found.targetOn, targetOn, command.reason);
		await tx.insert(targetChange).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			targetOn,
			reason
		});
		await changeAssignment(tx, found, { targetOn });
		await record(tx, {
			action: 'assignment.set-target',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				previous: found.targetOn,
				target: targetOn,
				reason
			}
		});
	});
}
