import { isNational, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { parseReference, recommendationReference } from '#lib/domain/reference.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { standingCriteriaSql } from '../db/queries/criterion.ts';
import { closureFlowsSql } from '../db/queries/daily-flow.ts';
import { standingDeadlineSql } from '../db/queries/deadline.ts';
import { standingPartsSql } from '../db/queries/part.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { countAwaited } from '../db/queries/waiting.ts';
import { supersededBySql, supersedesSql } from '../db/queries/supersession.ts';
import { remember } from '../db/remember.ts';
import { inspection } from '../db/schema/inspection.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { readAssignmentList, type ListPage } from './assignment-list.ts';
import { countBy, noCounts } from './counts.ts';
import { forecastFrom } from './forecast.ts';

/**
 * One recommendation: its wording and where that comes from, national counts, and the list of those of its
 * assignments that the actor may see and the filter describes.
 * @throws Refusal 'not-found'
 */
export async function readRecommendation(
	context: Context,
	actor: Actor,
	reference: string,
	filter: AssignmentFilter,
	page: ListPage
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const { flows, ...found } = await findRecommendation(read, reference);
	const periods = await latestPeriods(read, found.inspectionId, today);
	const scope = { inspectionId: found.inspectionId, periods, today };
	const counts = await countBy(read, 'recommendation', scope);
	const list = await readAssignmentList(
		read,
		actor,
		{ ...scope, recommendationId: found.id, filter },
		page
	);
	return {
		...found,
		reference: recommendationReference(found.inspectionCode, found.number),
		isNational: isNational(actor),
		mayWriteParts: can(actor, 'write-parts'),
		maySetDeadline: can(actor, 'set-deadline'),
		maySupersede: found.supersededBy.length === 0 && can(actor, 'supersede'),
		mayWriteCriteria: can(actor, 'write-criteria'),
		counts: counts.get(found.id) ?? noCounts(),
		forecast: forecastFrom(flows, today),
		awaited: await countAwaited(read, found.id),
		list
	};
}

/** What a recommendation says and where that is from. @throws Refusal 'not-found' */
export async function findRecommendation(db: Queryable, reference: string) {
	const parsed = parseReference(reference);
	const row = parsed && (await readNamed(db, parsed.inspection, parsed.number));
	if (!row) throw notFound('recommendation');
	return row;
}

const readNamed = remember(async (db: Queryable, code: string, number: number) => {
	const [row] = await db
		.select({
			id: recommendation.id,
			number: recommendation.number,
			title: recommendation.title,
			theme: recommendation.theme,
			inspectionId: inspection.id,
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			inspectionUrl: inspection.url,
			publishedOn: inspection.publishedOn,
			wording: recommendationWording.text,
			wordingKind: recommendationWording.kind,
			wordingSource: recommendationWording.source,
			supersededBy: supersededBySql,
			supersedes: supersedesSql,
			parts: standingPartsSql,
			criteria: standingCriteriaSql,
			deadline: standingDeadlineSql(),
			flows: closureFlowsSql
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.leftJoin(recommendationWording, eq(recommendationWording.recommendationId, recommendation.id))
		.where(and(eq(inspection.code, code), eq(recommendation.number, number)))
		.orderBy(desc(recommendationWording.id))
		.limit(1);
	return row;
});
