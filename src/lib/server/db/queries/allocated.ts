import { notFound } from '#lib/domain/refusal.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import type { AssignmentName } from './assignment.ts';
import { openExemptionIdSql } from './exemption.ts';

// For those who say whom a recommendation falls to. They need not be those who may read what a body wrote, so
// nothing here is scoped to what an actor sees, and nothing of what was written is in it.

/** The recommendation with its inspection. @throws Refusal 'not-found' */
export async function findAllocatable(db: Queryable, reference: string) {
	const parsed = parseReference(reference);
	if (!parsed) throw notFound('recommendation');
	const [row] = await db
		.select({
			id: recommendation.id,
			inspectionId: inspection.id,
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			number: recommendation.number,
			title: recommendation.title,
			theme: recommendation.theme
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.where(and(eq(inspection.code, parsed.inspection), eq(recommendation.number, parsed.number)));
	if (!row) throw notFound('recommendation');
	return row;
}

/** The assignment, for a change of its allocation. @throws Refusal 'not-found' */
export async function findAllocated(db: Queryable, name: AssignmentName) {
	const about = await findAllocatable(db, name.reference);
	const [row] = await db
		.select({
			id: assignment.id,
			version: assignment.version,
			status: assignment.status,
			capacity: assignment.capacity,
			claimedBy: assignment.claimedBy,
			reviewerId: assignment.reviewerId,
			organisationId: organisation.id,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			openExemptionId: openExemptionIdSql
		})
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(eq(assignment.recommendationId, about.id), eq(organisation.code, name.organisation))
		);
	if (!row) throw notFound('assignment');
	return { ...row, recommendation: about };
}

/** Everybody whom a recommendation falls to or fell to, leads first. */
export function listAllocated(db: Queryable, recommendationId: number) {
	return db
		.select({
			code: organisation.code,
			name: organisation.name,
			validTo: organisation.validTo,
			capacity: assignment.capacity,
			allocatedOn: assignment.allocatedOn,
			status: assignment.status
		})
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(eq(assignment.recommendationId, recommendationId))
		.orderBy(asc(eq(assignment.capacity, 'contributing')), asc(organisation.name));
}

/** The organisation, whoever asks: that it exists is public. @throws Refusal 'not-found' */
export async function findBody(db: Queryable, code: string) {
	const [row] = await db.select().from(organisation).where(eq(organisation.code, code));
	if (!row) throw notFound('organisation');
	return row;
}
