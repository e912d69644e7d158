import type { Actor } from '#lib/domain/actor.ts';
import { exemptionState, whyNotAskable, type ExemptionState } from '#lib/domain/exemption.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { decider, withdrawer } from '../db/queries/aliases.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { exemptionDecision, exemptionRequest, exemptionWithdrawal } from '../db/schema/requests.ts';
import { person } from '../db/schema/person.ts';
import { formOf } from './assignment-form.ts';

/** One request to be not applicable, and what became of it. */
export interface Exemption {
	readonly id: number;
	readonly state: ExemptionState;
	readonly at: number;
	readonly askedOn: PlainDate;
	readonly askedBy: string;
	readonly reason: string;
	/** The decision or the withdrawal; null while the request is open. */
	readonly end: { readonly at: number; readonly by: string; readonly reason: string | null } | null;
	/** Whether the reader asked. */
	readonly isOwn: boolean;
}

/**
 * Every request of an assignment to be not applicable, latest first.
 * @throws Refusal 'not-found'
 */
export async function readExemptions({ db }: Context, actor: Actor, name: AssignmentName) {
	const found = await findAssignment(db.read, actor, name);
	const requests = await listExemptions(db.read, actor, found.id);
	const open = requests.find(({ state }) => state === 'open') ?? null;
	const isAskable = whyNotAskable(found.status, open !== null) === null;
	return {
		assignment: formOf(found, name),
		requests,
		may: {
			ask: isAskable && can(actor, 'ask-exemption', found),
			withdraw: open !== null && can(actor, 'ask-exemption', found),
			decide: open !== null && !open.isOwn && can(actor, 'decide-exemption', found)
		},
		/** They could decide it if they had not asked for it. */
		isOwnToDecide: open?.isOwn === true && can(actor, 'decide-exemption', found)
	};
}

/**
 * What the forms about a request show: the request that is open, if one is.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function readExemptionForm(
	{ db }: Context,
	actor: Actor,
	name: AssignmentName,
	action: 'ask-exemption' | 'decide-exemption'
) {
	const found = await findAssignment(db.read, actor, name);
	mustBeAbleTo(actor, action, found);
	const requests = await listExemptions(db.read, actor, found.id);
	return {
		assignment: formOf(found, name),
		request: requests.find(({ state }) => state === 'open') ?? null,
		whyNotAskable: whyNotAskable(found.status, found.openExemptionId !== null)?.code ?? null
	};
}

async function listExemptions(
	db: Queryable,
	actor: Actor,
	assignmentId: number
): Promise<Exemption[]> {
	const rows = await db
		.select({
			request: exemptionRequest,
			askedBy: person.name,
			decision: exemptionDecision,
			decidedBy: decider.name,
			withdrawal: exemptionWithdrawal,
			withdrawnBy: withdrawer.name
		})
		.from(exemptionRequest)
		.innerJoin(person, eq(person.id, exemptionRequest.actorId))
		.leftJoin(exemptionDecision, eq(exemptionDecision.requestId, exemptionRequest.id))
		.leftJoin(decider, eq(decider.id, exemptionDecision.actorId))
		.leftJoin(exemptionWithdrawal, eq(exemptionWithdrawal.requestId, exemptionRequest.id))
		.leftJoin(withdrawer, eq(withdrawer.id, exemptionWithdrawal.actorId))
		.where(eq(exemptionRequest.assignmentId, assignmentId))
		.orderBy(desc(exemptionRequest.id));
	return rows.map(({ request, askedBy, decision, decidedBy, withdrawal, withdrawnBy }) => {
		const end = decision ?? withdrawal;
		return {
			id: request.id,
			state: exemptionState(decision?.isAgreed ?? null, withdrawal !== null),
			at: request.at,
			askedOn: request.onDay,
			askedBy,
			reason: request.reason,
			end: end && { at: end.at, by: decidedBy ?? withdrawnBy ?? '', reason: end.reason },
			isOwn: request.actorId === actor.personId
		};
	});
}
