import type { Actor } from '#lib/domain/actor.ts';
import type { RecheckOutcome } from '#lib/domain/after-closure.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustHaveReason } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkMove } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import { endDraft, type SentDraft } from '../db/queries/draft.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { findOpenRecheck } from '../db/queries/recheck.ts';
import { recheckOutcome } from '../db/schema/after-closure.ts';
import { tellOf } from '../mail/assignments.ts';

export interface RecheckCommand extends FormStamp, SentDraft {
	readonly outcome: RecheckOutcome;
	readonly reason: string;
}

/**
 * What the inspectorate found when it looked again at what it had confirmed: it is sustained, and stays as it is,
 * or it is reopened by the table of moves. Whoever had claimed does not judge here either.
 * @throws Refusal as `beginChange`, 'no-recheck' where none is open (any more), 'claimant-cannot-decide',
 *   'reason-needed'
 */
export async function recordRecheck(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: RecheckCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { outcome } = command;
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'recheck', command, moment);
		const open = await findOpenRecheck(tx, found.id);
		if (!open) throw new Refusal('no-recheck');
		if (open.claimedBy === actor.personId) throw new Refusal('claimant-cannot-decide');
		const reason = mustHaveReason(command);
		await tx.insert(recheckOutcome).values({
			...{ assignmentId: found.id, recheckId: open.id, actorId: actor.personId },
			...{ at: moment.at, onDay: moment.today, outcome, reason }
		});
		await endDraft(tx, actor, 'recheck', found.id, command);
		if (outcome === 'reopened') {
			mustBeAbleTo(actor, 'reopen', found);
			const move = checkMove(found.status, 'reopen', {
				actorId: actor.personId,
				claimedBy: found.claimedBy,
				evidenceCount: 0,
				isExemptionAsked: found.openExemptionId !== null,
				reason
			});
			await writeMove(tx, actor, found, move, { reason }, moment);
		} else {
			await changeAssignment(tx, found, { recheckOn: null });
		}
		await record(tx, {
			action: `assignment.recheck-${outcome}`,
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				confirmed: open.confirmedOn,
				reason
			}
		});
		await tellOf(tx, actor, `recheck-${outcome}`, found, name, moment, context.origin);
	});
}
