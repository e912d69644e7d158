import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAction, type ActionName } from '../db/queries/action.ts';
import { keepActionChange, planOrder, snapshotOf } from '../db/queries/action-change.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { actionAssignment } from '../db/schema/action.ts';

export interface ReorderCommand {
	readonly direction: 'up' | 'down';
	/** The place, from 1, at which the page showed it. */
	readonly place: number;
	readonly submissionKey: string;
}

/**
 * Moves an action one place up or down in the plan of one assignment. The order is no promise: the action
 * keeps its version, so that whoever is editing it is not disturbed.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or 'plan-reordered' where the order has
 *   changed since the page was drawn, or there is no place to move to
 */
export async function reorderAction(
	context: Context,
	actor: Actor,
	name: ActionName,
	{ direction, place, submissionKey }: ReorderCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findAction(tx, actor, name);
		mustBeAbleTo(actor, 'write-plan', found);
		await claimSubmission(tx, actor, submissionKey, moment);
		const plan = found.assignment;
		const order = await planOrder(tx, plan.id);
		const to = direction === 'up' ? place - 1 : place + 1;
		const mine = order[place - 1];
		const neighbour = order[to - 1];
		if (mine?.actionId !== found.id || !neighbour) throw new Refusal('plan-reordered');
		await setPosition(tx, plan.id, mine.actionId, neighbour.position);
		await setPosition(tx, plan.id, neighbour.actionId, mine.position);
		await keepActionChange(tx, actor, moment, found.id, {
			verb: 'move',
			state: { ...snapshotOf(found), place: to, inPlanOf: plan.reference }
		});
		const { key, title } = found;
		const where = { assignmentId: plan.id, reference: plan.reference };
		await recordAction(tx, actor, moment, { key, title, ...plan }, 'move', [where], { place: to });
	});
}

async function setPosition(
	tx: Queryable,
	assignmentId: number,
	actionId: number,
	position: number
): Promise<void> {
	await tx
		.update(actionAssignment)
		.set({ position })
		.where(
			and(eq(actionAssignment.assignmentId, assignmentId), eq(actionAssignment.actionId, actionId))
		);
}
