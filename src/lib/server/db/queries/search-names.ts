import { isNational, type RolesHeld } from '#lib/domain/actor.ts';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { idIn, isInBlock } from './search-block.ts';
import { everyOne } from './search-expression.ts';
import { COUNTED } from './search.ts';
import { visibleTo } from './visibility.ts';

/** A recommendation or an organisation, and which of the expressions it holds: bit 0 for the first. */
export interface NamedRow {
	readonly isOrganisation: boolean;
	readonly id: number;
	readonly holds: number;
	/** Of a recommendation its reference, of an organisation its code. */
	readonly code: string;
	readonly title: string;
	/** Of a recommendation its latest wording and current parts. */
	readonly body: string;
}

/**
 * The recommendations and organisations that hold any of the expressions: one query. Everybody who is signed in
 * may read both.
 */
export async function findNames(
	db: Queryable,
	expressions: readonly string[],
	inspectionId: number | undefined
): Promise<NamedRow[]> {
	const within = inspectionId === undefined ? '' : ` AND scope : "i${inspectionId}"`;
	const each = expressions.flatMap((expression, index) => [
		sql`select 0 as isOrganisation, ${idIn(1)} as id, ${sql.raw(String(2 ** index))} as bit from search_text
			where search_text match ${everyOne([expression]) + within} and ${isInBlock(1)}`,
		sql`select 1, ${idIn(2)}, ${sql.raw(String(2 ** index))} from search_text
			where search_text match ${everyOne([expression])} and ${isInBlock(2)}`
	]);
	const rows = await db.all<Omit<NamedRow, 'isOrganisation'> & { isOrganisation: number }>(sql`
		with found as materialized (${sql.join(each, sql` union all `)}),
		held as materialized (select isOrganisation, id, sum(bit) as holds from found group by 1, 2)
		select isOrganisation, held.id as id, holds, ${organisation.code} as code, ${organisation.name} as title,
			'' as body from held cross join ${organisation} on ${organisation.id} = held.id where isOrganisation = 1
		union all
		select isOrganisation, held.id, holds, ${inspection.code} || '-' || ${recommendation.number},
			${recommendation.title}, ${WORDING}
		from held cross join ${recommendation} on ${recommendation.id} = held.id
		cross join ${inspection} on ${inspection.id} = ${recommendation.inspectionId}
		where isOrganisation = 0
		order by 2 desc`);
	return rows.map((row) => ({ ...row, isOrganisation: row.isOrganisation === 1 }));
}

const WORDING = sql`coalesce((select w.text from recommendation_wording w
	where w.recommendation_id = held.id order by w.id desc limit 1), '')
	|| coalesce((select group_concat(' ' || p.label || ') ' || p.text, '') from recommendation_part p
	where p.recommendation_id = held.id and p.to_day is null), '')`;

/**
 * Assignments whose recommendation and organisation hold all expressions between them, for `latestTexts`. For
 * whoever sees all bodies at least one of them names the body: what a recommendation says is said of it alone.
 * Undefined where there cannot be any.
 * @param first the recommendation whose assignments come before all others
 */
export function assignmentsNamed(
	names: readonly NamedRow[],
	everything: number,
	actor: RolesHeld,
	{
		inspectionId,
		first = 0
	}: { readonly inspectionId?: number | undefined; readonly first?: number | undefined }
): SQL | undefined {
	const pairs = new Map<number, number[]>(isNational(actor) ? [] : [[0, []]]);
	for (const { isOrganisation, holds, id } of names) {
		if (isOrganisation) pairs.set(holds, [...(pairs.get(holds) ?? []), id]);
	}
	const conditions = [...pairs].flatMap(([holds, ids]) => {
		const rest = everything & ~holds;
		const bodies = ids.length > 0 ? isOneOf(assignment.organisationId, ids) : undefined;
		if (rest === 0) return bodies ? [bodies] : [];
		const recommendations = names
			.filter((name) => !name.isOrganisation && (name.holds & rest) === rest)
			.map(({ id }) => id);
		if (recommendations.length === 0) return [];
		return [and(bodies, isOneOf(assignment.recommendationId, recommendations))!];
	});
	if (conditions.length === 0) return undefined;
	const picked = sql`select ${assignment.id} as id from ${assignment} where ${and(
		visibleTo(actor, assignment.organisationId),
		inspectionId === undefined ? undefined : eq(assignment.inspectionId, inspectionId),
		sql`(${sql.join(conditions, sql` or `)})`
	)} limit ${COUNTED + 1}`;
	return sql`select 'assignment' as kind, ${assignment.id} as id, '' as title, '' as body, '' as onDay,
		null as audience, ${assignment.id} as assignmentId
		from (${picked}) picked cross join ${assignment} on ${assignment.id} = picked.id
		cross join ${inspection} on ${inspection.id} = ${assignment.inspectionId}
		cross join ${recommendation} on ${recommendation.id} = ${assignment.recommendationId}
		cross join ${organisation} on ${organisation.id} = ${assignment.organisationId}
		order by ${recommendation.id} = ${first} desc, ${inspection.publishedOn} desc, ${inspection.code}, ${recommendation.number}, ${organisation.code}`;
}

/** What assignments are called, by their ids. */
export async function nameAssignments(db: Queryable, ids: readonly number[]) {
	const rows = await db
		.select({
			id: assignment.id,
			inspectionCode: inspection.code,
			number: recommendation.number,
			title: recommendation.title,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			status: assignment.status
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(inArray(assignment.id, [...new Set(ids)]));
	return new Map(rows.map((row) => [row.id, row]));
}

/** One statement, however many there are. */
function isOneOf(
	column: typeof assignment.organisationId | typeof assignment.recommendationId,
	ids: readonly number[]
): SQL {
	return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
