import { recommendationReference } from '#lib/domain/reference.ts';
import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { prepareOnce } from '../db/prepare-once.ts';
import { reviewInForceSql } from '../db/queries/review.ts';
import { ANSWER_COLUMNS, isLatestResponse, isNotEndedSql } from '../db/queries/waiting.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { receipt } from '../db/schema/claim.ts';
import { statusChange, waiting } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { waitingResponse } from '../db/schema/requests.ts';

const DECISIONS_SHOWN = 50;
const HISTORY_SHOWN = 30;
const HISTORY_MAX = 1000;

export type Decision = Awaited<ReturnType<typeof readDecisions>>[number];

/** Status changes that carry a statement, a reason or a basis: claims and decisions, latest first. */
export async function readDecisions(db: Queryable, assignmentId: number) {
	return decisions(db).all({ assignmentId });
}

const decisions = prepareOnce((db) =>
	db
		.select({
			id: statusChange.id,
			verb: statusChange.verb,
			at: statusChange.at,
			onDay: statusChange.onDay,
			actor: person.name,
			statement: statusChange.statement,
			reason: statusChange.reason,
			basis: statusChange.basis,
			receiptKey: receipt.key,
			review: reviewInForceSql
		})
		.from(statusChange)
		.leftJoin(receipt, eq(receipt.claimId, statusChange.id))
		.leftJoin(person, eq(person.id, statusChange.actorId))
		.where(
			and(
				eq(statusChange.assignmentId, sql.placeholder('assignmentId')),
				or(
					isNotNull(statusChange.statement),
					isNotNull(statusChange.reason),
					isNotNull(statusChange.basis)
				)
			)
		)
		.orderBy(desc(statusChange.id))
		.limit(DECISIONS_SHOWN)
		.prepare()
);

/** Audit sentences, latest first; `more` says whether there are older ones. */
export async function readHistory(db: Queryable, assignmentId: number, whole: boolean) {
	const limit = whole ? HISTORY_MAX : HISTORY_SHOWN;
	const entries = await latestEntries(db).all({ assignmentId, limit: limit + 1 });
	return { entries: entries.slice(0, limit), more: entries.length > limit };
}

const latestEntries = prepareOnce((db) =>
	db
		.select({ sequence: auditEntry.sequence, at: auditEntry.at, sentence: auditEntry.sentence })
		.from(auditEntry)
		.where(eq(auditEntry.assignmentId, sql.placeholder('assignmentId')))
		.orderBy(desc(auditEntry.sequence))
		.limit(sql.placeholder('limit'))
		.prepare()
);

/** What the assignment waits for now, and what the other body says of it. */
export async function readWaiting(db: Queryable, assignmentId: number) {
	const [row] = await db
		.select({
			reason: waiting.reason,
			reviewOn: waiting.reviewOn,
			since: waiting.onDay,
			inspectionCode: inspection.code,
			number: recommendation.number,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			...ANSWER_COLUMNS
		})
		.from(waiting)
		.innerJoin(assignment, eq(assignment.id, waiting.onAssignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(waitingResponse, isLatestResponse)
		.where(and(eq(waiting.assignmentId, assignmentId), isNotEndedSql))
		.limit(1);
	if (!row) return null;
	const { inspectionCode, number, ...rest } = row;
	return { ...rest, reference: recommendationReference(inspectionCode, number) };
}
