import {
	extensionState,
	type ExtensionAnswer,
	type ExtensionState
} from '#lib/domain/extension.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, eq, notExists, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { extensionDecision, extensionRequest, extensionWithdrawal } from '../schema/extension.ts';

/** True for requests that are neither decided nor withdrawn. */
export function isOpenExtension(db: Queryable) {
	const { id } = extensionRequest;
	return and(
		notExists(db.select().from(extensionDecision).where(eq(extensionDecision.requestId, id))),
		notExists(db.select().from(extensionWithdrawal).where(eq(extensionWithdrawal.requestId, id)))
	);
}

/** What a decision needs to know of the request that is open; at most one is. */
export async function findOpenExtension(db: Queryable, assignmentId: number) {
	const [row] = await db
		.select({
			id: extensionRequest.id,
			askedBy: extensionRequest.actorId,
			askedOn: extensionRequest.onDay,
			askedDueOn: extensionRequest.askedDueOn
		})
		.from(extensionRequest)
		.where(and(eq(extensionRequest.assignmentId, assignmentId), isOpenExtension(db)));
	return row;
}

export interface LatestExtension {
	readonly state: ExtensionState;
	readonly askedOn: PlainDate;
	readonly askedDueOn: PlainDate;
	/** When it was decided or withdrawn. */
	readonly endedOn: PlainDate | null;
	/** The day that was granted. */
	readonly grantedDueOn: PlainDate | null;
}

/** The latest request as JSON, beside the row of its assignment: no query of its own. Null where none was made. */
export function latestExtensionSql() {
	const latest = sql<LatestExtension | null>`(select json_object('askedOn', r.on_day,
		'askedDueOn', r.asked_due_on, 'answer', d.answer, 'decidedOn', d.on_day, 'withdrawnOn', w.on_day,
		'grantedDueOn', d.granted_due_on)
		from ${extensionRequest} r
		left join ${extensionDecision} d on d.request_id = r.id
		left join ${extensionWithdrawal} w on w.request_id = r.id
		where r.assignment_id = ${assignment.id} order by r.id desc limit 1)`;
	return latest.mapWith((json: string): LatestExtension => {
		const { answer, decidedOn, withdrawnOn, ...asked } = JSON.parse(json) as Stored;
		const state = extensionState(answer, withdrawnOn !== null);
		return { ...asked, state, endedOn: decidedOn ?? withdrawnOn };
	});
}

interface Stored {
	readonly askedOn: PlainDate;
	readonly askedDueOn: PlainDate;
	readonly answer: ExtensionAnswer | null;
	readonly decidedOn: PlainDate | null;
	readonly withdrawnOn: PlainDate | null;
	readonly grantedDueOn: PlainDate | null;
}
