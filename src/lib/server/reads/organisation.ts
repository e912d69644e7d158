import type { Actor } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { regionalUnit, successorOrganisation } from '../db/queries/aliases.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { organisation } from '../db/schema/organisation.ts';
import { readAssignmentList, type ListPage } from './assignment-list.ts';
import { countBy, noCounts } from './counts.ts';

/**
 * One body and its assignments.
 * @throws Refusal 'not-found' for one that is not there or not the actor's to see
 */
export async function readOrganisation(
	context: Context,
	actor: Actor,
	organisationCode: string,
	inspectionCode: string | undefined,
	filter: AssignmentFilter,
	page: ListPage
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const body = await findBody(read, actor, organisationCode);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, inspectionCode);
	const periods = await latestPeriods(read, inspection.id, today);
	const scope = { inspectionId: inspection.id, periods, today };
	const counts = await countBy(read, 'organisation', scope);
	return {
		body,
		mayUpdate: can(actor, 'add-update', { organisationId: body.id }),
		inspections: inspectionChoices(inspections),
		inspection,
		counts: counts.get(body.id) ?? noCounts(),
		list: await readAssignmentList(read, actor, { ...scope, organisationId: body.id, filter }, page)
	};
}

async function findBody(db: Queryable, actor: Actor, code: string) {
	const [row] = await db
		.select({
			id: organisation.id,
			code: organisation.code,
			name: organisation.name,
			kind: organisation.kind,
			region: organisation.region,
			chiefOfficerTitle: organisation.chiefOfficerTitle,
			localPolicingBody: organisation.localPolicingBody,
			unitCode: regionalUnit.code,
			unitName: regionalUnit.name,
			validTo: organisation.validTo,
			successorName: successorOrganisation.name
		})
		.from(organisation)
		.leftJoin(regionalUnit, eq(regionalUnit.id, organisation.regionalUnitId))
		.leftJoin(successorOrganisation, eq(successorOrganisation.id, organisation.successorId))
		.where(and(eq(organisation.code, code), visibleTo(actor, organisation.id)));
	if (!row) throw notFound('organisation');
	return row;
}
