import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { listRecommendations } from '../db/queries/recommendation.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { countBy, noCounts } from './counts.ts';

/**
 * The recommendations of one inspection with national counts, which everybody may see, and where the
 * actor's own organisations stand.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readRecommendations(context: Context, actor: Actor, code?: string) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, code);
	const periods = await latestPeriods(read, inspection.id, today);
	const counts = await countBy(read, 'recommendation', {
		inspectionId: inspection.id,
		periods,
		today
	});
	const rows = await listRecommendations(read, inspection.id);
	const own = await readOwn(read, actor, inspection.id);
	return {
		inspections: inspectionChoices(inspections),
		inspection,
		/** National readers can open what is counted; others see the count only. */
		isNational: isNational(actor),
		recommendations: rows.map(({ id, number, title, theme }) => ({
			reference: recommendationReference(inspection.code, number),
			title,
			theme,
			counts: counts.get(id) ?? noCounts(),
			own: own.filter((one) => one.recommendationId === id)
		}))
	};
}

async function readOwn(db: Queryable, actor: Actor, inspectionId: number) {
	const ids = ownOrganisationIds(actor);
	if (ids.length === 0) return [];
	return db
		.select({
			recommendationId: assignment.recommendationId,
			organisationCode: organisation.code,
			status: assignment.status
		})
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(and(eq(assignment.inspectionId, inspectionId), inArray(assignment.organisationId, ids)))
		.orderBy(asc(organisation.code));
}
