import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';

const MOST = 1000;

/**
 * One body's open assignments, each as the version that can be updated: two queries.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see the body but not update for it
 */
export async function readSeveralUpdates({ db }: Context, actor: Actor, code: string) {
	const body = await findOrganisation(db.read, actor, code);
	mustBeAbleTo(actor, 'add-update', { organisationId: body.id });
	return {
		body: { code: body.code, name: body.name },
		assignments: (await openAssignments(db.read, body.id)).map(
			({ inspection, number, ...row }) => ({
				...row,
				reference: recommendationReference(inspection, number)
			})
		)
	};
}

const openAssignments = remember((db: Queryable, organisationId: number) =>
	db
		.select({
			inspection: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			status: assignment.status,
			lastReportedOn: assignment.lastReportedOn,
			version: assignment.version
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(
			and(
				eq(assignment.organisationId, organisationId),
				inArray(assignment.status, [...OPEN_STATUSES])
			)
		)
		.orderBy(asc(inspection.code), asc(recommendation.number))
		.limit(MOST)
);
