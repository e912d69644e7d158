import type { ActionVerb } from '#lib/domain/action.ts';
import type { ActionSnapshot } from '#lib/domain/action-snapshot.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { Action } from '#lib/domain/policy.ts';
import { and, asc, desc, eq, like, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { action, actionAssignment, actionChange } from '../schema/action.ts';
import { auditEntry } from '../schema/audit.ts';
import { findAction, type ActionName, type FoundAction } from './action.ts';
import { mustBeFresh, type FormStamp } from './begin-change.ts';

/**
 * How every change of an action begins: theirs to see, theirs to do, not done already, not overtaken. The
 * stamp's version is that of the action.
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or 'stale' with what changed meanwhile
 */
export async function beginActionChange(
	tx: Queryable,
	actor: Actor,
	name: ActionName,
	right: Action,
	stamp: FormStamp,
	moment: Moment
): Promise<FoundAction> {
	const found = await findAction(tx, actor, name);
	await mustBeFresh(tx, actor, found, right, stamp, moment, (howMany) =>
		latestChanges(tx, found, howMany)
	);
	return found;
}

/** Writes the columns and counts the version on. */
export async function changeActionRow(
	tx: Queryable,
	found: FoundAction,
	columns: Partial<typeof action.$inferInsert>
): Promise<void> {
	await tx
		.update(action)
		.set({ ...columns, version: found.version + 1 })
		.where(eq(action.id, found.id));
}

export function snapshotOf(found: FoundAction): ActionSnapshot {
	const { title, shows, owner, dueOn, state, doneOn, serves } = found;
	const references = serves.map(({ reference }) => reference);
	return { title, shows, owner, dueOn, state, doneOn, serves: references };
}

/** One line of the action's own history. */
export async function keepActionChange(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	actionId: number,
	change: {
		readonly verb: ActionVerb;
		readonly reason?: string | null;
		readonly state: ActionSnapshot;
	}
): Promise<void> {
	await tx.insert(actionChange).values({
		actionId,
		at: moment.at,
		onDay: moment.today,
		actorId: actor.personId,
		verb: change.verb,
		reason: change.reason ?? null,
		state: JSON.stringify(change.state)
	});
}

/** The actions of a plan in its order. */
export function planOrder(tx: Queryable, assignmentId: number) {
	return tx
		.select({ actionId: actionAssignment.actionId, position: actionAssignment.position })
		.from(actionAssignment)
		.where(eq(actionAssignment.assignmentId, assignmentId))
		.orderBy(asc(actionAssignment.position), asc(actionAssignment.actionId));
}

/** The last sentences about the action that counted its version on, latest first. */
function latestChanges(tx: Queryable, found: FoundAction, howMany: number) {
	return tx
		.select({ sentence: auditEntry.sentence, at: auditEntry.at })
		.from(auditEntry)
		.where(
			and(
				eq(auditEntry.assignmentId, found.assignment.id),
				like(auditEntry.action, 'action.%'),
				ne(auditEntry.action, 'action.move'),
				sql`json_extract(${auditEntry.particulars}, '$.key') = ${found.key}`
			)
		)
		.orderBy(desc(auditEntry.sequence))
		.limit(Math.max(1, Math.min(howMany, 20)));
}
