import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import { checkMove, type Verb } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import {
	countEvidence,
	type AssignmentName,
	type FoundAssignment
} from '../db/queries/assignment.ts';
import { beginChange, changeAssignment, type FormStamp } from '../db/queries/assignment-change.ts';
import { statusChange } from '../db/schema/history.ts';
import { tellOfMove } from '../mail/moves.ts';

export interface MoveCommand extends FormStamp {
	readonly verb: Verb;
	readonly statement?: string | undefined;
	readonly reason?: string | undefined;
	readonly basis?: DecisionBasis | undefined;
}

/**
 * Moves an assignment from one status to the next, by the table of moves.
 * @throws Refusal as `beginChange`, 'move-not-possible', or what the move's conditions say
 */
export async function moveAssignment(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: MoveCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, command.verb, command, moment);
		const move = checkMove(found.status, command.verb, {
			actorId: actor.personId,
			claimedBy: found.claimedBy,
			evidenceCount: await countEvidence(tx, found.id),
			...stated(command)
		});
		await tx.insert(statusChange).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			verb: command.verb,
			fromStatus: found.status,
			toStatus: move.to,
			...stated(command)
		});
		const isClaim = move.to === 'reported-complete';
		await changeAssignment(tx, found, {
			status: move.to,
			statusOn: moment.today,
			claimedOn: isClaim ? moment.today : null,
			claimedBy: isClaim ? actor.personId : null,
			// A claim is a report: the organisation has spoken in this period.
			...(isClaim ? { lastReportedOn: moment.today } : {})
		});
		await recordMove(tx, actor, found, command, moment, move.to);
		await tellOfMove(tx, actor, command.verb, found, name, moment, context.origin);
	});
}

function stated({ statement, reason, basis }: MoveCommand) {
	return {
		...(statement?.trim() ? { statement: statement.trim() } : {}),
		...(reason?.trim() ? { reason: reason.trim() } : {}),
		...(basis ? { basis } : {})
	};
}

function recordMove(
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	command: MoveCommand,
	moment: Moment,
	to: string
): Promise<void> {
	return record(tx, {
		action: `assignment.${command.verb}`,
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			from: found.status,
			to,
			...stated(command)
		}
	});
}
