import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { DecisionBasis } from '#lib/domain/confidence.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { isVerdict, type Verdict } from '#lib/domain/review.ts';
import { checkMove, type Verb } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { tellOfMove } from '../mail/assignments.ts';

/**
 * A claim is a service of its own (`claims.ts`): none is made without what it rests on, and a receipt. So is
 * the decision on one (`reviews.ts`): none is made without its findings.
 */
export type PlainVerb = Exclude<Verb, 'report-complete' | Verdict>;

export interface MoveCommand extends FormStamp {
	readonly verb: PlainVerb;
	readonly reason?: string | undefined;
	readonly basis?: DecisionBasis | undefined;
}

/**
 * Moves an assignment from one status to the next, by the table of moves.
 * @throws Refusal 'review-needed' for a decision on a claim, as `beginChange`, 'move-not-possible', or what the
 *   move's conditions say
 */
export async function moveAssignment(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: MoveCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { verb } = command;
	// Whatever the types of a caller say: a decision that marks no criterion is none.
	if (isVerdict(verb)) throw new Refusal('review-needed');
	const said = stated(command);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, verb, command, moment);
		const move = checkMove(found.status, verb, {
			actorId: actor.personId,
			claimedBy: found.claimedBy,
			evidenceCount: 0,
			isExemptionAsked: found.openExemptionId !== null,
			...said
		});
		await writeMove(tx, actor, found, move, said, moment);
		await record(tx, {
			action: `assignment.${verb}`,
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				from: found.status,
				to: move.to,
				...said
			}
		});
		await tellOfMove(tx, actor, verb, found, name, moment, context.origin);
	});
}

function stated({ reason, basis }: MoveCommand) {
	return { ...(reason?.trim() ? { reason: reason.trim() } : {}), ...(basis ? { basis } : {}) };
}
