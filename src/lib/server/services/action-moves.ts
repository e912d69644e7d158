import { actionMoveOf, checkActionMove, type ActionStep } from '#lib/domain/action.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../db/context.ts';
import type { ActionName } from '../db/queries/action.ts';
import {
	beginActionChange,
	changeActionRow,
	keepActionChange,
	snapshotOf
} from '../db/queries/action-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';

export interface ActionMoveCommand extends FormStamp {
	readonly verb: Exclude<ActionStep, 'change'>;
	/** Needed to complete. */
	readonly doneOn?: PlainDate | undefined;
	/** Needed to reopen and to drop. */
	readonly reason?: string | undefined;
}

/**
 * Completes, reopens or drops an action, by the table of an action's moves.
 * @throws Refusal as `beginActionChange`, 'action-not-possible', or what the move's conditions say
 */
export async function stepAction(
	context: Context,
	actor: Actor,
	name: ActionName,
	command: ActionMoveCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const { verb } = command;
		const { right } = actionMoveOf(verb);
		const found = await beginActionChange(tx, actor, name, right, command, moment);
		const move = checkActionMove(found.state, verb, command, moment.today);
		const doneOn = move.to === 'done' ? (command.doneOn ?? null) : null;
		const reason = writtenOrNull(command.reason);
		await changeActionRow(tx, found, { state: move.to, doneOn });
		const state = { ...snapshotOf(found), state: move.to, doneOn };
		await keepActionChange(tx, actor, moment, found.id, { verb, reason, state });
		const { key, title, assignment } = found;
		await recordAction(tx, actor, moment, { key, title, ...assignment }, verb, found.serves, {
			doneOn,
			dueOn: found.dueOn,
			reason
		});
	});
}
