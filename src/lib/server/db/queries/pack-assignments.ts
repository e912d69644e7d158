import type { RolesHeld } from '#lib/domain/actor.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { deadlineRevision } from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { post } from '../schema/post.ts';
import { recommendation } from '../schema/recommendation.ts';
import { BY_REGION } from './assignment-filter.ts';
import { visibleTo } from './visibility.ts';

const latestRevision = sql`(select max(r.id) from ${deadlineRevision} r
	where r.assignment_id = ${assignment.id})`;

interface Scope {
	readonly inspectionId: number;
	/** Of one body alone. */
	readonly organisationId?: number | undefined;
	/** Of one recommendation alone. */
	readonly recommendationId?: number;
	/** What this person may see of it, where the paper is for them and not for a board. */
	readonly reader?: RolesHeld;
}

/** The assignments of an inspection, by number and region, with the latest move of the deadline of each. */
export async function listPackAssignments(
	db: Queryable,
	{ inspectionId, organisationId, recommendationId, reader }: Scope
) {
	const rows = await db
		.select({
			inspectionCode: inspection.code,
			number: recommendation.number,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			kind: organisation.kind,
			capacity: assignment.capacity,
			status: assignment.status,
			acceptance: assignment.acceptance,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves,
			ownerPost: post.title,
			movedOn: sql<PlainDate | null>`${deadlineRevision.onDay}`,
			reason: deadlineRevision.reason
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(
			deadlineRevision,
			and(sql`${assignment.deadlineMoves} > 0`, eq(deadlineRevision.id, latestRevision))
		)
		.where(
			and(
				eq(assignment.inspectionId, inspectionId),
				organisationId === undefined ? undefined : eq(assignment.organisationId, organisationId),
				recommendationId === undefined
					? undefined
					: eq(assignment.recommendationId, recommendationId),
				reader && visibleTo(reader, assignment.organisationId)
			)
		)
		.orderBy(asc(recommendation.number), ...BY_REGION, asc(assignment.id));
	return rows.map(({ inspectionCode, number, ...row }) => ({
		...row,
		reference: recommendationReference(inspectionCode, number)
	}));
}
