import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAskable, mustNotBeAsker, type ExemptionAnswer } from '#lib/domain/exemption.ts';
import { mustHaveReason, writtenOrNull } from '#lib/domain/narrative.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkMove } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { happened, recordStep } from '../audit/record-assignment.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { endDraft, type SentDraft } from '../db/queries/draft.ts';
import { findOpenExemption } from '../db/queries/exemption.ts';
import { exemptionDecision, exemptionRequest, exemptionWithdrawal } from '../db/schema/requests.ts';
import { tellOf } from '../mail/assignments.ts';

export interface ExemptionCommand extends FormStamp, SentDraft {
	readonly reason: string;
}

export interface ExemptionDecisionCommand extends ExemptionCommand {
	readonly answer: ExemptionAnswer;
}

/**
 * The organisation asks for the assignment to be not applicable. Its status stays; what would close it in
 * another way waits for the answer.
 * @throws Refusal as `beginChange`, 'reason-needed', 'assignment-closed', 'claim-waits' or 'already-asked'
 */
export async function askExemption(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ExemptionCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'ask-exemption', command, moment);
		mustBeAskable(found.status, found.openExemptionId !== null);
		const reason = mustHaveReason(command);
		await tx.insert(exemptionRequest).values({ ...happened(actor, found, moment), reason });
		await changeAssignment(tx, found, {});
		await endDraft(tx, actor, 'exemption', found.id, command);
		await recordStep(tx, actor, found, 'ask-exemption', { reason }, moment);
		await tellOf(tx, actor, 'ask-exemption', found, name, moment, context.origin);
	});
}

/**
 * An inspector agrees, which sets the assignment not applicable by the table of moves, or refuses, which
 * leaves its status as it is.
 * @throws Refusal as `beginChange`, 'nothing-asked' where no request is open (any more), 'asker-cannot-decide',
 *   'reason-needed', or what the move refuses
 */
export async function decideExemption(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ExemptionDecisionCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { answer } = command;
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'decide-exemption', command, moment);
		const request = await mustBeAsked(tx, found);
		mustNotBeAsker(request.askedBy, actor.personId);
		const reason = mustHaveReason(command);
		await tx.insert(exemptionDecision).values({
			...happened(actor, found, moment),
			requestId: request.id,
			isAgreed: answer === 'agree',
			reason
		});
		if (answer === 'agree') await setNotApplicable(tx, actor, found, reason, moment);
		else await changeAssignment(tx, found, {});
		await endDraft(tx, actor, 'exemption-decision', found.id, command);
		const said = { reason, asked: request.askedOn, from: found.status };
		await recordStep(tx, actor, found, `${answer}-exemption`, said, moment);
		await tellOf(tx, actor, `${answer}-exemption`, found, name, moment, context.origin);
	});
}

/**
 * The organisation takes back what it asked; it stays in the record.
 * @throws Refusal as `beginChange`, or 'nothing-asked'
 */
export async function withdrawExemption(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly reason?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'ask-exemption', command, moment);
		const request = await mustBeAsked(tx, found);
		const reason = writtenOrNull(command.reason);
		await tx
			.insert(exemptionWithdrawal)
			.values({ ...happened(actor, found, moment), requestId: request.id, reason });
		await changeAssignment(tx, found, {});
		await recordStep(
			tx,
			actor,
			found,
			'withdraw-exemption',
			{ reason, asked: request.askedOn },
			moment
		);
		await tellOf(tx, actor, 'withdraw-exemption', found, name, moment, context.origin);
	});
}

async function mustBeAsked(tx: Queryable, found: FoundAssignment) {
	const request = await findOpenExemption(tx, found.id);
	if (!request) throw new Refusal('nothing-asked');
	return request;
}

async function setNotApplicable(
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	reason: string,
	moment: Moment
): Promise<void> {
	mustBeAbleTo(actor, 'set-not-applicable', found);
	const move = checkMove(found.status, 'set-not-applicable', {
		actorId: actor.personId,
		claimedBy: found.claimedBy,
		evidenceCount: 0,
		// This move is the answer.
		isExemptionAsked: false,
		reason
	});
	await writeMove(tx, actor, found, move, { reason }, moment);
}
