import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { acceptanceChange } from '../db/schema/history.ts';

export interface AcceptanceCommand extends FormStamp {
	readonly acceptance: Exclude<Acceptance, 'not-recorded'>;
	readonly reason?: string | undefined;
}

/**
 * Records whether the organisation accepts the recommendation: apart from progress.
 * @throws Refusal as `beginChange`, or 'reason-needed' unless it is accepted in full
 */
export async function recordAcceptance(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: AcceptanceCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const reason = writtenOrNull(command.reason);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'record-acceptance', command, moment);
		if (command.acceptance !== 'accepted' && reason === null) {
			throw new Refusal('reason-needed', { field: 'reason' });
		}
		await tx.insert(acceptanceChange).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			acceptance: command.acceptance,
			reason
		});
		await changeAssignment(tx, found, { acceptance: command.acceptance });
		await record(tx, {
			action: 'assignment.accept',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				from: found.acceptance,
				to: command.acceptance,
				reason
			}
		});
	});
}
