import { ACTION_MOVES, PLAN_MAX } from '#lib/domain/action.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can } from '#lib/domain/policy.ts';
import { isOpen, WORKABLE } from '#lib/domain/status.ts';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import { partsOf } from '../db/queries/part.ts';
import { action, actionAssignment } from '../db/schema/action.ts';
import { selectPlanRows, withPlans } from './plan-row.ts';

/**
 * The plan of one assignment in its order, done and dropped actions included, and the parts of its recommendation: four queries.
 * @throws Refusal 'not-found'
 */
export async function readPlan(context: Context, actor: Actor, name: AssignmentName) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const found = await findAssignment(read, actor, name);
	const stored = await selectPlanRows(read)
		.innerJoin(actionAssignment, eq(actionAssignment.actionId, action.id))
		.where(eq(actionAssignment.assignmentId, found.id))
		.orderBy(asc(actionAssignment.position), asc(action.id))
		.limit(PLAN_MAX);
	const rows = await withPlans(read, stored, today);
	const parts = await partsOf(read, found);
	return {
		recommendation: name.reference,
		reference: found.reference,
		title: found.recommendationTitle,
		organisationCode: name.organisation,
		organisationName: found.organisationName,
		dates: {
			originalDueOn: found.originalDueOn,
			currentDueOn: found.currentDueOn,
			deadlineMoves: found.deadlineMoves,
			targetOn: found.targetOn
		},
		parts,
		actions: rows.map((row) => ({
			...row,
			serves: row.serves.filter(({ reference }) => reference !== found.reference),
			steps: ACTION_MOVES.filter(
				(move) => move.from.includes(row.state) && can(actor, move.right, found)
			).map((move) => move.verb)
		})),
		counts: {
			planned: rows.filter(({ state }) => state === 'planned').length,
			done: rows.filter(({ state }) => state === 'done').length,
			dropped: rows.filter(({ state }) => state === 'dropped').length,
			late: rows.filter(({ timing }) => timing === 'late').length
		},
		may: {
			add: isOpen(found.status) && can(actor, 'write-plan', found),
			setTarget: isOpen(found.status) && can(actor, 'set-target', found),
			reorder: can(actor, 'write-plan', found),
			recordParts: WORKABLE.includes(found.status) && can(actor, 'record-parts', found)
		}
	};
}
