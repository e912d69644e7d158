import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Confidence } from '#lib/domain/confidence.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { checkMove, mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment, type FormStamp } from '../db/queries/assignment-change.ts';
import { progressUpdate, statusChange } from '../db/schema/history.ts';

export interface UpdateCommand extends FormStamp {
	readonly narrative: string;
	readonly confidence?: Confidence | undefined;
	readonly nextMilestone?: string | undefined;
	readonly nextMilestoneOn?: PlainDate | undefined;
	/** Work begins, or begins again, with this update. */
	readonly move?: 'start' | 'resume' | undefined;
}

/**
 * Publishes a dated progress update; from then on it is never changed.
 * @throws Refusal as `beginChange`, or 'move-not-possible' where `move` does not fit the status
 */
export async function addUpdate(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: UpdateCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'add-update', command, moment);
		mustBeOpen(found.status);
		const happened = {
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId
		};
		await tx.insert(progressUpdate).values({
			...happened,
			narrative: command.narrative,
			confidence: command.confidence ?? null,
			nextMilestone: command.nextMilestone ?? null,
			nextMilestoneOn: command.nextMilestoneOn ?? null
		});
		let status = found.status;
		if (command.move) {
			mustBeAbleTo(actor, command.move, found);
			status = checkMove(found.status, command.move, {
				actorId: actor.personId,
				claimedBy: found.claimedBy,
				evidenceCount: 0
			}).to;
			await tx.insert(statusChange).values({
				...happened,
				verb: command.move,
				fromStatus: found.status,
				toStatus: status
			});
		}
		await changeAssignment(tx, found, {
			lastReportedOn: moment.today,
			...(command.move ? { status, statusOn: moment.today } : {})
		});
		const about = { reference: found.reference, organisation: found.organisationName };
		const entry = {
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId
		};
		await record(tx, {
			...entry,
			action: 'assignment.update',
			particulars: {
				...about,
				confidence: command.confidence ?? null,
				move: command.move ?? null,
				from: found.status,
				to: status
			}
		});
	});
}
