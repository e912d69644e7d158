import type { PlainDate } from '#lib/domain/plain-date.ts';
import { parseReference, recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, countDistinct, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { waiting, waitingEnd } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { waitingResponse } from '../schema/requests.ts';
import { awaitedAssignment, awaitedOrganisation } from './aliases.ts';
import type { AssignmentName } from './assignment.ts';
import { CLOSED, isOpenSql } from './timeliness.ts';

/** Nobody has ended the wait; `waiting` has to be there. */
export const isNotEndedSql: SQL<boolean> = sql<boolean>`not exists (
	select 1 from ${waitingEnd} where ${waitingEnd.waitingId} = ${waiting.id})`;

/** For a left join of what the other body said last. */
export const isLatestResponse: SQL<boolean> = sql<boolean>`${waitingResponse.id} = (
	select max(latest.id) from ${waitingResponse} latest where latest.waiting_id = ${waiting.id})`;

/** An assignment of one of the organisations holds up `assignment`; with `isOpenSql` what `countAwaited` counts. */
export function waitsOnSql(codes: readonly string[]): SQL {
	return sql`exists (select 1 from ${waiting}
		join ${assignment} on_assignment on on_assignment.id = ${waiting.onAssignmentId}
		join ${organisation} on_organisation on on_organisation.id = on_assignment.organisation_id
		where ${waiting.assignmentId} = ${assignment.id} and ${isNotEndedSql}
		and on_organisation.code in (select value from json_each(${JSON.stringify(codes)})))`;
}

/** For whom the bodies of one recommendation wait, and how many for each, most first. */
export const countAwaited = remember((db: Queryable, recommendationId: number) => {
	const bodies = countDistinct(assignment.id);
	return db
		.select({ code: awaitedOrganisation.code, name: awaitedOrganisation.name, bodies })
		.from(waiting)
		.innerJoin(assignment, eq(assignment.id, waiting.assignmentId))
		.innerJoin(awaitedAssignment, eq(awaitedAssignment.id, waiting.onAssignmentId))
		.innerJoin(awaitedOrganisation, eq(awaitedOrganisation.id, awaitedAssignment.organisationId))
		.where(and(eq(assignment.recommendationId, recommendationId), isNotEndedSql, isOpenSql))
		.groupBy(awaitedOrganisation.id)
		.orderBy(desc(bodies), asc(awaitedOrganisation.name));
});

/** How many other assignments wait for `assignment` and are not done: what `openWaitsOn` lists. */
export const waitedForCountSql = sql<number>`(select count(*) from ${waiting} w
	join ${assignment} by_assignment on by_assignment.id = w.assignment_id
	where w.on_assignment_id = ${assignment.id}
	and by_assignment.status not in (${CLOSED})
	and not exists (select 1 from ${waitingEnd} e where e.waiting_id = w.id))`;

interface StoredWait {
	readonly from: PlainDate;
	readonly to: PlainDate | null;
	readonly organisation: string;
}

/** Every wait of `assignment`, ended or not, as JSON beside its row: no query of its own. */
export const allWaitsSql = sql<readonly StoredWait[]>`(select json_group_array(json_object(
		'from', w.on_day, 'to', e.on_day, 'organisation', o.name))
	from ${waiting} w left join ${waitingEnd} e on e.waiting_id = w.id
	join ${assignment} on_assignment on on_assignment.id = w.on_assignment_id
	join ${organisation} o on o.id = on_assignment.organisation_id
	where w.assignment_id = ${assignment.id})`.mapWith(
	(json: string) => JSON.parse(json) as StoredWait[]
);

/** The answer's columns, all null where the other body has said nothing. */
export const ANSWER_COLUMNS = {
	answer: waitingResponse.response,
	answeredOn: waitingResponse.onDay,
	answerReason: waitingResponse.reason
} as const;

export type OpenWait = Awaited<ReturnType<typeof openWaitsOn>>[number];

/**
 * The waits of other assignments on this one that still hold, oldest first: not ended, and whoever waits is not
 * done. Nothing of the other body but the wait itself.
 * @param by only the wait of that assignment
 */
export async function openWaitsOn(db: Queryable, assignmentId: number, by?: AssignmentName) {
	const parsed = by && parseReference(by.reference);
	const rows = await db
		.select({
			id: waiting.id,
			since: waiting.onDay,
			reason: waiting.reason,
			reviewOn: waiting.reviewOn,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			organisationId: organisation.id,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			...ANSWER_COLUMNS
		})
		.from(waiting)
		.innerJoin(assignment, eq(assignment.id, waiting.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(waitingResponse, isLatestResponse)
		.where(
			and(
				eq(waiting.onAssignmentId, assignmentId),
				isNotEndedSql,
				isOpenSql,
				by && eq(organisation.code, by.organisation),
				// What is no reference names nothing.
				by && (parsed ? isRecommendation(parsed) : sql`0`)
			)
		)
		.orderBy(asc(waiting.onDay), asc(waiting.id));
	return rows.map(({ inspectionCode, number, ...row }) => ({
		...row,
		reference: recommendationReference(inspectionCode, number)
	}));
}

function isRecommendation(named: { inspection: string; number: number }) {
	return and(eq(inspection.code, named.inspection), eq(recommendation.number, named.number));
}
