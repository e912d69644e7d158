import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { criterion } from '../schema/part.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';

export interface Criterion {
	readonly id: number;
	readonly text: string;
	readonly fromDay: PlainDate;
}

/** What good looks like now, in its order: a criterion is called by its place in it. */
export async function standingCriteria(
	db: Queryable,
	recommendationId: number
): Promise<Criterion[]> {
	return await db
		.select({ id: criterion.id, text: criterion.text, fromDay: criterion.fromDay })
		.from(criterion)
		.where(and(eq(criterion.recommendationId, recommendationId), isNull(criterion.toDay)))
		.orderBy(asc(criterion.position), asc(criterion.id));
}

/** The same of `recommendation` as JSON beside its row: no query of its own. */
export const standingCriteriaSql = sql<Criterion[]>`(select json_group_array(json_object(
		'id', c.id, 'text', c.text, 'fromDay', c.from_day) order by c.position, c.id)
	from ${criterion} c
	where c.recommendation_id = ${recommendation.id} and c.to_day is null)`.mapWith(
	(json: string) => JSON.parse(json) as Criterion[]
);

/** Grows whenever a criterion is written or retired: what the form that writes them is held to. */
export async function criteriaVersion(db: Queryable, recommendationId: number): Promise<number> {
	const [row] = await db
		.select({ version: sql<number>`count(*) + count(${criterion.toDay})` })
		.from(criterion)
		.where(eq(criterion.recommendationId, recommendationId));
	return row?.version ?? 0;
}

const RETIRED_MAX = 100;

/** The criteria that a recommendation no longer has, the last retired first. */
export function retiredCriteria(db: Queryable, recommendationId: number) {
	return db
		.select({
			id: criterion.id,
			text: criterion.text,
			fromDay: criterion.fromDay,
			toDay: criterion.toDay,
			writtenBy: person.name
		})
		.from(criterion)
		.innerJoin(person, eq(person.id, criterion.writtenBy))
		.where(and(eq(criterion.recommendationId, recommendationId), isNotNull(criterion.toDay)))
		.orderBy(desc(criterion.toDay), desc(criterion.id))
		.limit(RETIRED_MAX);
}
