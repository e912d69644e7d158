import { hasSection55Duty } from '#lib/domain/section55.ts';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { section55Response } from '../schema/section55.ts';

/** `hasSection55Duty` in SQL. */
export const HAS_DUTY = and(
	eq(organisation.kind, 'police-force'),
	isNotNull(organisation.localPolicingBody)
);

/** What was recorded of the comments of one body on one report, latest first: the first counts. */
export function listResponses(db: Queryable, inspectionId: number, organisationId: number) {
	return db
		.select({
			id: section55Response.id,
			at: section55Response.at,
			recordedBy: person.name,
			publishedOn: section55Response.publishedOn,
			url: section55Response.url
		})
		.from(section55Response)
		.innerJoin(person, eq(person.id, section55Response.actorId))
		.where(
			and(
				eq(section55Response.inspectionId, inspectionId),
				eq(section55Response.organisationId, organisationId)
			)
		)
		.orderBy(desc(section55Response.id));
}

/** The recommendations of the report that fall to the force, with what the response of that id says of each. */
export async function listPositions(
	db: Queryable,
	inspectionId: number,
	organisationId: number,
	responseId: number | null
) {
	return db.all<PositionRow>(sql`
		select r.id as id, r.number as number, r.title as title,
			coalesce(p.acceptance, 'not-recorded') as acceptance, p.comment as comment
		from assignment a
		join recommendation r on r.id = a.recommendation_id
		left join section55_position p on p.recommendation_id = r.id and p.response_id = ${responseId}
		where a.organisation_id = ${organisationId} and a.inspection_id = ${inspectionId}
		order by r.number`);
}

export interface PositionRow {
	readonly id: number;
	readonly number: number;
	readonly title: string;
	readonly acceptance: 'not-recorded' | 'accepted' | 'partly-accepted' | 'not-accepted';
	readonly comment: string | null;
}

/** The force whose local policing body has the duty; undefined for every other organisation. */
export async function findDuty(db: Queryable, code: string) {
	const [row] = await db
		.select({
			id: organisation.id,
			code: organisation.code,
			name: organisation.name,
			kind: organisation.kind,
			localPolicingBody: organisation.localPolicingBody
		})
		.from(organisation)
		.where(eq(organisation.code, code));
	if (!row || !hasSection55Duty(row)) return undefined;
	return { ...row, localPolicingBody: row.localPolicingBody! };
}
