import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustNotBeAsker } from '#lib/domain/exemption.ts';
import {
	answerGiven,
	grantedDay,
	mustBeExtendable,
	type ExtensionAnswer,
	type ExtensionReason
} from '#lib/domain/extension.ts';
import { mustHaveReason, writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { happened, recordStep } from '../audit/record-assignment.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeRevision } from '../db/queries/deadline.ts';
import { endDraft, type SentDraft } from '../db/queries/draft.ts';
import { findOpenExtension } from '../db/queries/extension.ts';
import {
	extensionDecision,
	extensionRequest,
	extensionWithdrawal
} from '../db/schema/extension.ts';
import { tellOf } from '../mail/assignments.ts';

export interface ExtensionCommand extends FormStamp, SentDraft {
	readonly askedDueOn: PlainDate;
	readonly reasonCode: ExtensionReason;
	readonly reason: string;
}

export interface ExtensionDecisionCommand extends FormStamp, SentDraft {
	readonly answer: ExtensionAnswer;
	/** The day that is granted in place of the one asked for. */
	readonly grantedDueOn?: PlainDate | undefined;
	readonly reason: string;
}

/**
 * The organisation asks for a later deadline. Nothing moves until it is granted.
 * @throws Refusal as `beginChange` and `mustBeExtendable`, or 'reason-needed'
 */
export async function askExtension(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ExtensionCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	const { askedDueOn, reasonCode } = command;
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'ask-extension', command, moment);
		const isAsked = (await findOpenExtension(tx, found.id)) !== undefined;
		const currentDueOn = mustBeExtendable(found, isAsked, askedDueOn, moment.today);
		const reason = mustHaveReason(command);
		await tx
			.insert(extensionRequest)
			.values({ ...happened(actor, found, moment), currentDueOn, askedDueOn, reasonCode, reason });
		await changeAssignment(tx, found, {});
		await endDraft(tx, actor, 'extension', found.id, command);
		const said = { previous: currentDueOn, lastDay: askedDueOn, code: reasonCode, reason };
		await finish(context, tx, actor, found, name, 'ask', said, moment);
	});
}

/**
 * An inspector who did not ask grants the request, grants another day, or refuses. A grant moves the deadline
 * by a revision that names who asked and who decided; the original date stays.
 * @throws Refusal as `beginChange` and `grantedDay`, 'nothing-asked' where no request is open (any more),
 *   'asker-cannot-decide', 'assignment-closed' or 'reason-needed'
 */
export async function decideExtension(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: ExtensionDecisionCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'decide-extension', command, moment);
		const request = await mustBeAsked(tx, found);
		mustNotBeAsker(request.askedBy, actor.personId);
		mustBeOpen(found.status);
		const days = { asked: request.askedDueOn, other: command.grantedDueOn };
		const granted = grantedDay(command.answer, days, found.currentDueOn);
		const answer = answerGiven(command.answer, request.askedDueOn, granted);
		const reason = mustHaveReason(command);
		const { askedBy } = request;
		const revisionId =
			granted === null
				? null
				: await writeRevision(
						tx,
						actor,
						found,
						{ ...GRANTED, lastDay: granted, reason, askedBy },
						moment
					);
		if (granted === null) await changeAssignment(tx, found, {});
		await tx.insert(extensionDecision).values({
			...happened(actor, found, moment),
			requestId: request.id,
			answer,
			grantedDueOn: granted,
			reason,
			revisionId
		});
		await endDraft(tx, actor, 'extension-decision', found.id, command);
		const said = {
			previous: found.currentDueOn,
			lastDay: granted,
			asked: request.askedOn,
			askedDueOn: request.askedDueOn,
			reason
		};
		await finish(context, tx, actor, found, name, answer, said, moment);
	});
}

/**
 * The organisation takes back what it asked; it stays in the record.
 * @throws Refusal as `beginChange`, or 'nothing-asked'
 */
export async function withdrawExtension(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly reason?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'ask-extension', command, moment);
		const request = await mustBeAsked(tx, found);
		const reason = writtenOrNull(command.reason);
		await tx
			.insert(extensionWithdrawal)
			.values({ ...happened(actor, found, moment), requestId: request.id, reason });
		await changeAssignment(tx, found, {});
		const said = { asked: request.askedOn, lastDay: request.askedDueOn, reason };
		await finish(context, tx, actor, found, name, 'withdraw', said, moment);
	});
}

const GRANTED = {
	kind: 'fixed-day',
	setBy: 'inspectorate',
	rule: 'The day that the inspectorate granted when it was asked for more time'
} as const;

async function mustBeAsked(tx: Queryable, found: FoundAssignment) {
	const request = await findOpenExtension(tx, found.id);
	if (!request) throw new Refusal('nothing-asked');
	return request;
}

async function finish(
	context: Context,
	tx: Queryable,
	actor: Actor,
	found: FoundAssignment,
	name: AssignmentName,
	step: 'ask' | 'withdraw' | ExtensionAnswer,
	said: Readonly<Record<string, string | null>>,
	moment: Moment
): Promise<void> {
	await recordStep(tx, actor, found, `${step}-extension`, said, moment);
	await tellOf(tx, actor, `${step}-extension`, found, name, moment, context.origin);
}
