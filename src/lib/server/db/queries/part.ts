import type { StatedDeadline } from '#lib/domain/deadline-worded.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { parseReference } from '#lib/domain/reference.ts';
import { and, asc, count, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { partChange, partDeadline, recommendationPart } from '../schema/part.ts';
import { person } from '../schema/person.ts';
import { recommendation } from '../schema/recommendation.ts';

/** What a query about the parts of an assignment needs to know of it. */
interface About {
	readonly id: number;
	readonly recommendationId: number;
}

/** A recommendation is not anybody's: that it exists is public. @throws Refusal 'not-found' */
export async function findRecommendation(db: Queryable, reference: string) {
	const parsed = parseReference(reference);
	if (!parsed) throw notFound('recommendation');
	const [row] = await db
		.select({
			id: recommendation.id,
			title: recommendation.title,
			publishedOn: inspection.publishedOn
		})
		.from(recommendation)
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.where(and(eq(inspection.code, parsed.inspection), eq(recommendation.number, parsed.number)));
	if (!row) throw notFound('recommendation');
	return row;
}

/** The deadline that the words of a part set, of the row of parts that `part` names; null where they set none. */
function partDeadlineJson(part: SQL): SQL {
	return sql`(select case when d.kind <> 'none-set' then json_object(
			'phrase', d.phrase, 'kind', d.kind, 'lastDay', d.last_day, 'rule', d.rule) end
		from ${partDeadline} d where d.part_id = ${part} order by d.id desc limit 1)`;
}

const partDeadlineSql = (
	partDeadlineJson(sql`${recommendationPart.id}`) as SQL<StatedDeadline | null>
).mapWith((json: string) => JSON.parse(json) as StatedDeadline);

/** The parts that a recommendation has now, in their order. */
export const standingParts = remember(
	async (db: Queryable, recommendationId: number) =>
		await db
			.select({
				id: recommendationPart.id,
				label: recommendationPart.label,
				text: recommendationPart.text,
				fromDay: recommendationPart.fromDay,
				position: recommendationPart.position,
				deadline: partDeadlineSql
			})
			.from(recommendationPart)
			.where(
				and(
					eq(recommendationPart.recommendationId, recommendationId),
					isNull(recommendationPart.toDay)
				)
			)
			.orderBy(asc(recommendationPart.position), asc(recommendationPart.id))
);

/** The same of `recommendation` as JSON beside its row: no query of its own. */
export const standingPartsSql = sql<StandingParts>`(select json_group_array(json_object(
		'id', p.id, 'label', p.label, 'text', p.text, 'fromDay', p.from_day, 'position', p.position,
		'deadline', json(${partDeadlineJson(sql`p.id`)}))
		order by p.position, p.id)
	from ${recommendationPart} p
	where p.recommendation_id = ${recommendation.id} and p.to_day is null)`.mapWith(
	(json: string) => JSON.parse(json) as StandingParts
);

type StandingParts = Awaited<ReturnType<typeof standingParts>>;

/** Grows whenever a part is added or retired, or its deadline set: what the form that writes them is held to. */
export async function partsVersion(db: Queryable, recommendationId: number): Promise<number> {
	const [row] = await db
		.select({
			version: sql<number>`count(*) + count(${recommendationPart.toDay}) + coalesce(sum(
				(select count(*) from ${partDeadline} d where d.part_id = ${recommendationPart.id})), 0)`
		})
		.from(recommendationPart)
		.where(eq(recommendationPart.recommendationId, recommendationId));
	return row?.version ?? 0;
}

/** The parts that stand, with what the organisation last said of each; `isMet` is false where it said nothing. */
export async function partsOf(db: Queryable, { id, recommendationId }: About) {
	const rows = await said(db).all({ assignmentId: id, recommendationId });
	return rows.map((row) => ({ ...row, isMet: row.isMet ?? false }));
}

const said = prepareOnce((db) =>
	db
		.select({
			id: recommendationPart.id,
			label: recommendationPart.label,
			text: recommendationPart.text,
			deadline: partDeadlineSql,
			isMet: partChange.isMet,
			note: partChange.note,
			metOn: partChange.metOn,
			onDay: partChange.onDay,
			actor: person.name
		})
		.from(recommendationPart)
		.leftJoin(
			partChange,
			sql`${partChange.id} = (select max(latest.id) from ${partChange} latest
				where latest.assignment_id = ${sql.placeholder('assignmentId')}
					and latest.part_id = ${recommendationPart.id})`
		)
		.leftJoin(person, eq(person.id, partChange.actorId))
		.where(
			and(
				eq(recommendationPart.recommendationId, sql.placeholder('recommendationId')),
				isNull(recommendationPart.toDay)
			)
		)
		.orderBy(asc(recommendationPart.position), asc(recommendationPart.id))
		.prepare()
);

/** Whether each of them is, or was, a part of the recommendation. */
export async function wereParts(
	db: Queryable,
	recommendationId: number,
	ids: readonly number[]
): Promise<boolean> {
	const [row] = await db
		.select({ parts: count() })
		.from(recommendationPart)
		.where(
			and(
				eq(recommendationPart.recommendationId, recommendationId),
				inArray(recommendationPart.id, [...ids])
			)
		);
	return row?.parts === ids.length;
}

export interface PartCounts {
	readonly met: number;
	readonly total: number;
}

/** How many parts there are and how many are met, beside the row of the assignment: no query of its own. */
export function partCountsSql(): SQL<PartCounts> {
	const counts = sql<PartCounts>`(select json_object('total', count(*), 'met', count(*) filter (where (
			select latest.is_met from ${partChange} latest
			where latest.assignment_id = ${assignment.id} and latest.part_id = ${recommendationPart.id}
			order by latest.id desc limit 1)))
		from ${recommendationPart}
		where ${recommendationPart.recommendationId} = ${assignment.recommendationId}
			and ${recommendationPart.toDay} is null)`;
	return counts.mapWith((json: string) => JSON.parse(json) as PartCounts);
}
