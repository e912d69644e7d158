import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { assignment } from '../db/schema/assignment.ts';
import { evidence } from '../db/schema/evidence.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/**
 * What the page that withdraws an item shows.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not withdraw it
 */
export async function readEvidenceItem({ db }: Context, actor: Actor, key: string) {
	const [row] = await db.read
		.select({
			title: evidence.title,
			shows: evidence.shows,
			organisationId: assignment.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			inspectionCode: inspection.code,
			number: recommendation.number
		})
		.from(evidence)
		.innerJoin(assignment, eq(assignment.id, evidence.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(evidence.key, key), visibleTo(actor, assignment.organisationId)));
	if (!row) throw notFound('evidence');
	mustBeAbleTo(actor, 'withdraw-evidence', row);
	const { inspectionCode, number, ...item } = row;
	return { ...item, recommendation: recommendationReference(inspectionCode, number) };
}
