import type { Actor } from '#lib/domain/actor.ts';
import {
	extensionState,
	whyNotExtendable,
	type ExtensionReason,
	type ExtensionState
} from '#lib/domain/extension.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { isOpen } from '#lib/domain/status.ts';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { decider, withdrawer } from '../db/queries/aliases.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import {
	extensionDecision,
	extensionRequest,
	extensionWithdrawal
} from '../db/schema/extension.ts';
import { person } from '../db/schema/person.ts';
import { formOf } from './assignment-form.ts';
import { listRevisions } from './deadline-revisions.ts';

/** One request for more time, and what became of it. */
export interface Extension {
	readonly id: number;
	readonly state: ExtensionState;
	readonly at: number;
	readonly askedOn: PlainDate;
	readonly askedBy: string;
	/** The deadline as it stood when it was asked. */
	readonly currentDueOn: PlainDate;
	readonly askedDueOn: PlainDate;
	readonly reasonCode: ExtensionReason;
	readonly reason: string;
	/** The decision or the withdrawal; null while the request is open. */
	readonly end: {
		readonly at: number;
		readonly by: string;
		readonly reason: string | null;
		readonly grantedDueOn: PlainDate | null;
	} | null;
	/** Whether the reader asked. */
	readonly isOwn: boolean;
}

/**
 * The ledger of a deadline: every request for more time and every revision, each latest first.
 * @throws Refusal 'not-found'
 */
export async function readExtensions({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const requests = await listExtensions(db.read, actor, found.id);
	const open = requests.find(({ state }) => state === 'open') ?? null;
	const isAskable = whyNotExtendable(found, open !== null) === null;
	const mayDecide = open !== null && isOpen(found.status) && can(actor, 'decide-extension', found);
	return {
		assignment: formOf(found, name),
		isOpen: isOpen(found.status),
		requests,
		revisions: await listRevisions(db.read, found.id),
		may: {
			ask: isAskable && can(actor, 'ask-extension', found),
			withdraw: open !== null && can(actor, 'ask-extension', found),
			decide: mayDecide && !open.isOwn,
			setDeadline: isOpen(found.status) && can(actor, 'set-deadline', found),
			setTarget: isOpen(found.status) && can(actor, 'set-target', found)
		},
		/** They could decide it if they had not asked for it. */
		isOwnToDecide: mayDecide && open.isOwn
	};
}

/**
 * What the forms about a request show: the request that is open, if one is.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function readExtensionForm(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	action: 'ask-extension' | 'decide-extension'
) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, action, found);
	const requests = await listExtensions(db.read, actor, found.id);
	const request = requests.find(({ state }) => state === 'open') ?? null;
	return {
		assignment: formOf(found, name),
		request,
		whyNotAskable: whyNotExtendable(found, request !== null)?.code ?? null,
		isOpen: isOpen(found.status)
	};
}

async function listExtensions(
	db: Queryable,
	actor: Actor,
	assignmentId: number
): Promise<Extension[]> {
	const rows = await db
		.select({
			request: extensionRequest,
			askedBy: person.name,
			decision: extensionDecision,
			decidedBy: decider.name,
			withdrawal: extensionWithdrawal,
			withdrawnBy: withdrawer.name
		})
		.from(extensionRequest)
		.innerJoin(person, eq(person.id, extensionRequest.actorId))
		.leftJoin(extensionDecision, eq(extensionDecision.requestId, extensionRequest.id))
		.leftJoin(decider, eq(decider.id, extensionDecision.actorId))
		.leftJoin(extensionWithdrawal, eq(extensionWithdrawal.requestId, extensionRequest.id))
		.leftJoin(withdrawer, eq(withdrawer.id, extensionWithdrawal.actorId))
		.where(eq(extensionRequest.assignmentId, assignmentId))
		.orderBy(desc(extensionRequest.id));
	return rows.map(({ request, askedBy, decision, decidedBy, withdrawal, withdrawnBy }) => {
		const { id, at, currentDueOn, askedDueOn, reasonCode, reason } = request;
		const end = decision ?? withdrawal;
		return {
			...{ id, at, currentDueOn, askedDueOn, reasonCode, reason, askedBy },
			state: extensionState(decision?.answer ?? null, withdrawal !== null),
			askedOn: request.onDay,
			end: end && {
				at: end.at,
				by: decidedBy ?? withdrawnBy ?? '',
				reason: end.reason,
				grantedDueOn: decision?.grantedDueOn ?? null
			},
			isOwn: request.actorId === actor.personId
		};
	});
}
