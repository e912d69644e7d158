import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { section55LastDay, section55Standing, SECTION55_STATES } from '#lib/domain/section55.ts';
import { and, eq, exists, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { BY_REGION } from '../db/queries/assignment-filter.ts';
import {
	chooseInspection,
	inspectionChoices,
	listInspections,
	type InspectionRow
} from '../db/queries/inspection.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { findDuty, HAS_DUTY, listPositions, listResponses } from '../db/queries/section55.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { section55Response } from '../db/schema/section55.ts';

export type Section55Row = Awaited<ReturnType<typeof readSection55>>['rows'][number];

/**
 * Every local policing body that a report calls for comments from, by region, with where it stands.
 * @throws Refusal 'not-allowed', or 'not-found' for an inspection that there is not
 */
export async function readSection55(context: Context, actor: Actor, code: string | undefined) {
	mustBeAbleTo(actor, 'read-section55');
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, code);
	const bodies = await listBodies(read, inspection.id);
	const rows = bodies.map((body) => ({
		...body,
		...section55Standing(inspection.publishedOn, body.publishedOn, today)
	}));
	return {
		inspections: inspectionChoices(inspections),
		inspection: shownOf(inspection),
		today,
		rows,
		counts: Object.fromEntries(
			SECTION55_STATES.map((state) => [state, rows.filter((row) => row.state === state).length])
		) as Record<(typeof SECTION55_STATES)[number], number>,
		mayRecord: can(actor, 'record-section55')
	};
}

/**
 * What one local policing body has published on a report, and what it says of each recommendation.
 * @param code of the force that it answers for
 * @throws Refusal 'not-found', also for what has no such duty
 */
export async function readSection55Of(
	context: Context,
	actor: Actor,
	code: string,
	inspectionCode: string | undefined
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	await findOrganisation(read, actor, code);
	const body = await findDuty(read, code);
	if (!body) throw notFound('organisation');
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, inspectionCode);
	const responses = await listResponses(read, inspection.id, body.id);
	const [latest] = responses;
	const positions = await listPositions(read, inspection.id, body.id, latest?.id ?? null);
	// A report that asks nothing of the force calls for no comments of its local policing body.
	if (positions.length === 0) throw notFound('organisation');
	return {
		body: {
			code: body.code,
			name: body.name,
			/** 'Police and Crime Commissioner for Kent Police' */
			localPolicingBody: `${body.localPolicingBody} for ${body.name}`
		},
		inspections: inspectionChoices(inspections),
		inspection: shownOf(inspection),
		today,
		...section55Standing(inspection.publishedOn, latest?.publishedOn ?? null, today),
		responses,
		positions: positions.map(({ number, title, acceptance, comment }) => ({
			reference: recommendationReference(inspection.code, number),
			...{ number, title, acceptance, comment }
		})),
		mayRecord: can(actor, 'record-section55'),
		mayReadAll: can(actor, 'read-section55')
	};
}

/**
 * As `readSection55Of`, for the form that records it.
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readSection55Form(
	context: Context,
	actor: Actor,
	code: string,
	inspectionCode: string | undefined
) {
	mustBeAbleTo(actor, 'record-section55');
	return readSection55Of(context, actor, code, inspectionCode);
}

function shownOf({ code, title, inspectorate, publishedOn, url }: InspectionRow) {
	return { code, title, inspectorate, publishedOn, url, dueOn: section55LastDay(publishedOn) };
}

const listBodies = remember(async (db: Queryable, inspectionId: number) =>
	db
		.select({
			organisationCode: organisation.code,
			organisationName: organisation.name,
			localPolicingBody: sql<string>`${organisation.localPolicingBody}`,
			region: organisation.region,
			publishedOn: section55Response.publishedOn,
			url: section55Response.url
		})
		.from(organisation)
		.leftJoin(
			section55Response,
			eq(
				section55Response.id,
				sql`(select max(s.id) from ${section55Response} s
					where s.inspection_id = ${inspectionId} and s.organisation_id = ${organisation.id})`
			)
		)
		.where(
			and(
				HAS_DUTY,
				exists(
					db
						.select({ one: sql`1` })
						.from(assignment)
						.where(
							and(
								eq(assignment.organisationId, organisation.id),
								eq(assignment.inspectionId, inspectionId)
							)
						)
				)
			)
		)
		.orderBy(...BY_REGION)
);
