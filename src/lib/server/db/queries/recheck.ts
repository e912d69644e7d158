import { recheckDueOn } from '#lib/domain/after-closure.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { recheck, recheckOutcome } from '../schema/after-closure.ts';
import { assignment } from '../schema/assignment.ts';
import { statusChange } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { person } from '../schema/person.ts';

/**
 * Where the inspection looks again at what was confirmed, writes down when.
 * @param confirmationId the status change that confirms
 * @returns the day, or null where it does not
 */
export async function planRecheck(
	tx: Queryable,
	actor: Actor,
	about: { readonly id: number },
	confirmationId: number,
	{ at, today }: Moment
): Promise<PlainDate | null> {
	const [setting] = await tx
		.select({ months: inspection.recheckMonths })
		.from(assignment)
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(eq(assignment.id, about.id));
	const dueOn = recheckDueOn(today, setting?.months ?? null);
	if (dueOn === null) return null;
	const happened = { assignmentId: about.id, actorId: actor.personId, at, onDay: today };
	await tx.insert(recheck).values({ ...happened, confirmationId, dueOn });
	return dueOn;
}

/** The re-check that waits for its outcome, with the confirmation it follows and who had claimed. */
export async function findOpenRecheck(db: Queryable, assignmentId: number) {
	const [row] = await db
		.select({
			id: recheck.id,
			dueOn: recheck.dueOn,
			confirmedOn: statusChange.onDay,
			confirmedBy: person.name,
			basis: statusChange.basis,
			claimedBy: sql<number | null>`(select c.actor_id from ${statusChange} c
				where c.assignment_id = ${recheck.assignmentId} and c.id < ${recheck.confirmationId}
				and c.to_status = 'reported-complete' order by c.id desc limit 1)`
		})
		.from(recheck)
		.innerJoin(statusChange, eq(statusChange.id, recheck.confirmationId))
		.innerJoin(assignment, eq(assignment.id, recheck.assignmentId))
		.leftJoin(person, eq(person.id, statusChange.actorId))
		.where(
			and(
				eq(recheck.assignmentId, assignmentId),
				eq(assignment.status, 'confirmed'),
				// One of an earlier confirmation, since reopened, is no longer of interest.
				sql`not exists (select 1 from ${statusChange} s
					where s.assignment_id = ${recheck.assignmentId} and s.id > ${recheck.confirmationId})`,
				sql`not exists (select 1 from ${recheckOutcome} o where o.recheck_id = ${recheck.id})`
			)
		)
		.orderBy(desc(recheck.id))
		.limit(1);
	return row;
}

/** What was found the last time, of the assignment in a query's row, as JSON; null where nobody looked again. */
export const latestOutcomeSql = sql<LatestOutcome | null>`(select json_object(
		'outcome', o.outcome, 'onDay', o.on_day, 'reason', o.reason, 'by', p.name)
	from ${recheckOutcome} o left join ${person} p on p.id = o.actor_id
	where o.assignment_id = ${assignment.id} order by o.id desc limit 1)`.mapWith(
	(json: string) => JSON.parse(json) as LatestOutcome
);

export interface LatestOutcome {
	readonly outcome: (typeof recheckOutcome.$inferSelect)['outcome'];
	readonly onDay: PlainDate;
	readonly reason: string;
	readonly by: string | null;
}

/** Confirmed ones that are due again before the day; all that will be, without one. */
export function isDueBefore(day: PlainDate | null) {
	return and(
		sql`${assignment.recheckOn} is not null`,
		day === null ? undefined : lt(assignment.recheckOn, day)
	);
}
