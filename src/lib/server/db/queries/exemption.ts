import { exemptionState, type ExemptionState } from '#lib/domain/exemption.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { person } from '../schema/person.ts';
import { exemptionDecision, exemptionRequest, exemptionWithdrawal } from '../schema/requests.ts';

/** The id of the request that waits for an answer, or null: at most one does. Needs `assignment` in the query. */
export const openExemptionIdSql = sql<number | null>`(select r.id from ${exemptionRequest} r
	where r.assignment_id = ${assignment.id}
	and not exists (select 1 from ${exemptionDecision} d where d.request_id = r.id)
	and not exists (select 1 from ${exemptionWithdrawal} w where w.request_id = r.id))`;

export interface LatestExemption {
	readonly state: ExemptionState;
	readonly askedOn: PlainDate;
	readonly askedBy: string;
	/** When it was decided or withdrawn. */
	readonly endedOn: PlainDate | null;
}

/** The latest request as JSON, beside the row of its assignment: no query of its own. Null where none was made. */
export function latestExemptionSql() {
	const latest = sql<LatestExemption | null>`(select json_object('askedOn', r.on_day, 'askedBy', p.name,
		'isAgreed', d.is_agreed, 'decidedOn', d.on_day, 'withdrawnOn', w.on_day)
		from ${exemptionRequest} r join ${person} p on p.id = r.actor_id
		left join ${exemptionDecision} d on d.request_id = r.id
		left join ${exemptionWithdrawal} w on w.request_id = r.id
		where r.assignment_id = ${assignment.id} order by r.id desc limit 1)`;
	return latest.mapWith((json: string): LatestExemption => {
		const { askedOn, askedBy, isAgreed, decidedOn, withdrawnOn } = JSON.parse(json) as Stored;
		const answer = isAgreed === null ? null : isAgreed === 1;
		const state = exemptionState(answer, withdrawnOn !== null);
		return { state, askedOn, askedBy, endedOn: decidedOn ?? withdrawnOn };
	});
}

interface Stored {
	readonly askedOn: PlainDate;
	readonly askedBy: string;
	readonly isAgreed: 0 | 1 | null;
	readonly decidedOn: PlainDate | null;
	readonly withdrawnOn: PlainDate | null;
}

/** True for requests that are neither decided nor withdrawn. */
export function isOpenExemption(db: Queryable) {
	const { id } = exemptionRequest;
	return and(
		notExists(db.select().from(exemptionDecision).where(eq(exemptionDecision.requestId, id))),
		notExists(db.select().from(exemptionWithdrawal).where(eq(exemptionWithdrawal.requestId, id)))
	);
}

/** What a decision needs to know of the request that is open. */
export async function findOpenExemption(db: Queryable, assignmentId: number) {
	const [row] = await db
		.select({
			id: exemptionRequest.id,
			askedBy: exemptionRequest.actorId,
			askedOn: exemptionRequest.onDay
		})
		.from(exemptionRequest)
		.where(and(eq(exemptionRequest.assignmentId, assignmentId), isOpenExemption(db)));
	return row;
}
