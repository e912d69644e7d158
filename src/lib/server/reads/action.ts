import {
	ACTION_MOVES,
	type ActionStep,
	actionMoveOf,
	actionTimingOf,
	daysLate
} from '#lib/domain/action.ts';
import type { ActionSnapshot } from '#lib/domain/action-snapshot.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAction, type ActionName, type FoundAction } from '../db/queries/action.ts';
import { actionChange } from '../db/schema/action.ts';
import { person } from '../db/schema/person.ts';
import { postHolder } from '../db/schema/post.ts';

const HISTORY_MAX = 1000;

/**
 * One action with everything that was done to it, latest first: five queries.
 * @throws Refusal 'not-found'
 */
export async function readAction(context: Context, actor: Actor, name: ActionName) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const found = await findAction(read, actor, name);
	const changes = await readChanges(read, found.id);
	return {
		...shownOf(found, name),
		ownerName: await holderOf(read, found.ownerPostId),
		firstDueOn: changes.findLast(({ after }) => after.dueOn !== null)?.after.dueOn ?? null,
		timing: actionTimingOf(found, today),
		daysLate: daysLate(found, today),
		changes,
		steps: ACTION_MOVES.filter(
			(move) => move.from.includes(found.state) && can(actor, move.right, found)
		).map((move) => move.verb)
	};
}

/**
 * What the page of a form about an action shows.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not do this
 */
export async function readActionForm(
	context: Context,
	actor: Actor,
	name: ActionName,
	step: ActionStep
) {
	const found = await findAction(context.db.read, actor, name);
	const move = actionMoveOf(step);
	mustBeAbleTo(actor, move.right, found);
	return {
		...shownOf(found, name),
		isPossible: move.from.includes(found.state),
		today: momentOf(context.clock).today
	};
}

function shownOf(found: FoundAction, name: ActionName) {
	return {
		key: found.key,
		title: found.title,
		shows: found.shows,
		ownerPostId: found.ownerPostId,
		ownerPost: found.owner,
		dueOn: found.dueOn,
		state: found.state,
		doneOn: found.doneOn,
		serves: found.serves.map(({ recommendation, reference }) => ({ recommendation, reference })),
		assignment: {
			recommendation: name.reference,
			reference: found.assignment.reference,
			title: found.assignment.recommendationTitle,
			organisationCode: name.organisation,
			organisationName: found.assignment.organisationName,
			/** That of the action: what its forms send back. */
			version: found.version
		}
	};
}

async function readChanges(db: Queryable, actionId: number) {
	const rows = await db
		.select({
			id: actionChange.id,
			at: actionChange.at,
			verb: actionChange.verb,
			actor: person.name,
			reason: actionChange.reason,
			state: actionChange.state
		})
		.from(actionChange)
		.innerJoin(person, eq(person.id, actionChange.actorId))
		.where(eq(actionChange.actionId, actionId))
		.orderBy(asc(actionChange.id))
		.limit(HISTORY_MAX);
	const states = rows.map(({ state }) => JSON.parse(state) as ActionSnapshot);
	return rows
		.map(({ state: _state, ...row }, index) => ({
			...row,
			before: states[index - 1] ?? null,
			after: states[index]!
		}))
		.reverse();
}

async function holderOf(db: Queryable, postId: number | null): Promise<string | null> {
	if (postId === null) return null;
	const [row] = await db
		.select({ name: postHolder.name })
		.from(postHolder)
		.where(and(eq(postHolder.postId, postId), isNull(postHolder.toDay)));
	return row?.name ?? null;
}
