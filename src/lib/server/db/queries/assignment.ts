import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { assignment } from '../schema/assignment.ts';
import { evidence } from '../schema/evidence.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { openExemptionIdSql } from './exemption.ts';
import { isInSight, sightOf } from './visibility.ts';

/** What names an assignment in an address: 'OIC-7' and 'KENT'. */
export interface AssignmentName {
	readonly reference: string;
	readonly organisation: string;
}

export type FoundAssignment = Awaited<ReturnType<typeof findAssignment>>;

/**
 * The assignment with what a change needs to know of it, scoped to the actor.
 * @throws Refusal 'not-found' when it does not exist or is not the actor's to see: one answer for both
 */
export async function findAssignment(db: Queryable, actor: Actor, name: AssignmentName) {
	const parsed = parseReference(name.reference);
	if (!parsed) throw notFound('assignment');
	const row = byName(db).get({
		...parsed,
		organisation: name.organisation,
		...sightOf(actor)
	});
	if (!row) throw notFound('assignment');
	const { assignment: found, ...named } = row;
	return {
		...found,
		...named,
		reference: assignmentReference(parsed.inspection, parsed.number, name.organisation)
	};
}

const byName = prepareOnce((db) =>
	db
		.select({
			assignment,
			recommendationTitle: recommendation.title,
			organisationName: organisation.name,
			publishedOn: inspection.publishedOn,
			isCountersigned: inspection.isCountersigned,
			openExemptionId: openExemptionIdSql
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(inspection.code, sql.placeholder('inspection')),
				eq(recommendation.number, sql.placeholder('number')),
				eq(organisation.code, sql.placeholder('organisation')),
				isInSight(assignment.organisationId)
			)
		)
		.prepare()
);

/** Items of evidence that count: not withdrawn. */
export async function countEvidence(db: Queryable, assignmentId: number): Promise<number> {
	const [row] = await db
		.select({ items: count() })
		.from(evidence)
		.where(and(eq(evidence.assignmentId, assignmentId), isNull(evidence.withdrawnAt)));
	return row?.items ?? 0;
}
