import type { Supersedable } from '#lib/domain/after-closure.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { supersession } from '../schema/after-closure.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';

/** A recommendation as a supersession needs it. @throws Refusal 'not-found' */
export async function findSupersedable(
	db: Queryable,
	reference: string
): Promise<Supersedable & { readonly title: string }> {
	const parsed = parseReference(reference);
	if (!parsed) throw notFound('recommendation');
	const [row] = await db
		.select({
			id: recommendation.id,
			title: recommendation.title,
			publishedOn: inspection.publishedOn,
			supersededById: supersession.byRecommendationId
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.leftJoin(supersession, eq(supersession.recommendationId, recommendation.id))
		.where(and(eq(inspection.code, parsed.inspection), eq(recommendation.number, parsed.number)));
	if (!row) throw notFound('recommendation');
	return row;
}

/** What took the place of a recommendation, what took the place of that, and so on: ids, nearest first. */
export async function chainAfter(db: Queryable, recommendationId: number): Promise<number[]> {
	const rows = db.all<{ id: number }>(sql`with recursive chain(id) as (
		select ${supersession.byRecommendationId} from ${supersession}
			where ${supersession.recommendationId} = ${recommendationId}
		union
		select ${supersession.byRecommendationId} from ${supersession}
			join chain on ${supersession.recommendationId} = chain.id)
		select id from chain`);
	return rows.map(({ id }) => id);
}

/** The codes of the organisations with which the recommendation is still open. */
export async function openBodies(db: Queryable, recommendationId: number): Promise<string[]> {
	const rows = await db
		.select({ code: organisation.code })
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(assignment.recommendationId, recommendationId),
				inArray(assignment.status, [...OPEN_STATUSES])
			)
		)
		.orderBy(asc(organisation.code));
	return rows.map(({ code }) => code);
}

export interface Superseding {
	/** 'OIC-7' */
	readonly reference: string;
	readonly title: string;
	readonly onDay: string;
	readonly reason: string;
}

const beside = (own: 'recommendation_id' | 'by_recommendation_id', other: string) =>
	sql<readonly Superseding[]>`(select json_group_array(json_object(
			'reference', i.code || '-' || r.number, 'title', r.title,
			'onDay', s.on_day, 'reason', s.reason) order by i.code, r.number)
		from ${supersession} s join ${recommendation} r on r.id = s.${sql.raw(other)}
		join ${inspection} i on i.id = r.inspection_id
		where s.${sql.raw(own)} = ${recommendation.id})`.mapWith(
		(json: string) => JSON.parse(json) as readonly Superseding[]
	);

/** What took the place of the `recommendation` of a row (one at most), and what it took the place of. */
export const supersededBySql = beside('recommendation_id', 'by_recommendation_id');
export const supersedesSql = beside('by_recommendation_id', 'recommendation_id');
