import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { DeadlineKind, DeadlineSetter } from '#lib/domain/deadline.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { deadlineRevision, recommendationDeadline } from '../schema/history.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';
import { changeAssignment } from './assignment-change.ts';

export interface Revision {
	readonly phrase?: string | null;
	readonly kind: DeadlineKind;
	readonly lastDay: PlainDate | null;
	readonly rule: string;
	readonly setBy: DeadlineSetter;
	readonly reason: string | null;
	/** Who asked for the change, where somebody did. */
	readonly askedBy?: number;
}

export interface Dated {
	readonly id: number;
	readonly version: number;
	readonly originalDueOn: PlainDate | null;
	readonly currentDueOn: PlainDate | null;
	readonly deadlineMoves: number;
}

/**
 * Adds a revision of a deadline and what follows from it: the original date stays for ever, and every change
 * after it counts as a move.
 * @returns the id of the revision
 */
export async function writeRevision(
	tx: Queryable,
	actor: Actor,
	found: Dated,
	revision: Revision,
	moment: Moment
): Promise<number> {
	const [row] = await tx
		.insert(deadlineRevision)
		.values({
			...revision,
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId
		})
		.returning({ id: deadlineRevision.id });
	if (!row) throw new Error('The revision has no row');
	const isMove = found.originalDueOn !== null && revision.lastDay !== found.currentDueOn;
	await changeAssignment(tx, found, {
		originalDueOn: found.originalDueOn ?? revision.lastDay,
		currentDueOn: revision.lastDay,
		deadlineMoves: found.deadlineMoves + (isMove ? 1 : 0)
	});
	return row.id;
}

/** Where the original date comes from. */
export interface DueOrigin {
	readonly phrase: string | null;
	readonly rule: string;
	readonly setBy: DeadlineSetter;
	readonly onDay: PlainDate;
}

/**
 * Of the first revision that set a date, or of the latest where none did, as JSON beside the row of its
 * assignment. Null where nobody has said anything about a deadline.
 */
export function dueOriginSql() {
	const origin = sql<DueOrigin | null>`(select json_object('phrase', r.phrase, 'rule', r.rule,
		'setBy', r.set_by, 'onDay', r.on_day) from ${deadlineRevision} r
		where r.assignment_id = ${assignment.id}
		order by r.last_day is null, case when r.last_day is null then -r.id else r.id end limit 1)`;
	return origin.mapWith((json: string) => JSON.parse(json) as DueOrigin);
}

/** The deadline of a whole recommendation as JSON beside its row; null where none was ever set. */
export function standingDeadlineSql() {
	const standing = sql<StandingDeadline | null>`(select json_object('phrase', d.phrase,
		'lastDay', d.last_day, 'rule', d.rule, 'onDay', d.on_day, 'by', p.name)
		from ${recommendationDeadline} d join ${person} p on p.id = d.actor_id
		where d.recommendation_id = ${recommendation.id} order by d.id desc limit 1)`;
	return standing.mapWith((json: string) => JSON.parse(json) as StandingDeadline);
}

interface StandingDeadline {
	readonly phrase: string | null;
	readonly lastDay: PlainDate | null;
	readonly rule: string;
	readonly onDay: PlainDate;
	readonly by: string;
}
