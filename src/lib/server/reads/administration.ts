import type { Actor } from '#lib/domain/actor.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { seenText } from '#lib/domain/seen.ts';
import { isClosedOtherwise } from '#lib/domain/status.ts';
import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { findInspection, inspectionFacts, latestWording } from '../db/queries/administered.ts';
import { findAllocatable, findAllocated, listAllocated } from '../db/queries/allocated.ts';
import { listInspections } from '../db/queries/inspection.ts';
import { listAddressees } from '../db/queries/organisation.ts';
import { standingParts } from '../db/queries/part.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** Where what the service is set up with can be changed. @throws Refusal 'not-allowed' */
export async function readAdministration({ db }: Context, actor: Actor) {
	mustBeAbleTo(actor, 'set-inspection');
	return {
		inspections: await listInspections(db.read),
		may: {
			addInspection: can(actor, 'manage-inspections'),
			manageOrganisations: can(actor, 'manage-organisations')
		}
	};
}

/** An inspection with its recommendations, and how many bodies each falls to. @throws Refusal */
export async function readInspectionSettings({ db }: Context, actor: Actor, code: string) {
	mustBeAbleTo(actor, 'set-inspection');
	const found = await findInspection(db.read, code);
	const count = (capacity: string) =>
		sql<number>`count(*) filter (where ${assignment.capacity} = ${capacity})`;
	const rows = await db.read
		.select({
			number: recommendation.number,
			title: recommendation.title,
			theme: recommendation.theme,
			lead: count('lead'),
			contributing: count('contributing')
		})
		.from(recommendation)
		.leftJoin(assignment, eq(assignment.recommendationId, recommendation.id))
		.where(eq(recommendation.inspectionId, found.id))
		.groupBy(recommendation.id)
		.orderBy(asc(recommendation.number));
	return {
		inspection: found,
		seen: seenText(inspectionFacts(found)),
		recommendations: rows.map((row) => ({
			...row,
			reference: recommendationReference(code, row.number)
		})),
		may: { change: can(actor, 'manage-inspections'), setRhythm: can(actor, 'run-reporting') }
	};
}

/** A recommendation with its wording and whom it falls to. @throws Refusal 'not-allowed' or 'not-found' */
export async function readRecommendationSettings({ db }: Context, actor: Actor, reference: string) {
	mustBeAbleTo(actor, 'manage-allocation');
	const found = await findAllocatable(db.read, reference);
	const wording = await latestWording(db.read, found.id);
	const allocated = await listAllocated(db.read, found.id);
	return {
		...found,
		reference,
		wording: wording ?? null,
		seen: seenText({ title: found.title, theme: found.theme }),
		seenWording: seenText({ wording: wording?.id ?? null }),
		parts: (await standingParts(db.read, found.id)).length,
		bodies: allocated.map(({ status, ...body }) => ({ ...body, isOut: isClosedOtherwise(status) })),
		may: { change: can(actor, 'manage-inspections') }
	};
}

/** What the form that allocates to one more body offers. @throws Refusal 'not-allowed' or 'not-found' */
export async function readAllocationForm({ db }: Context, actor: Actor, reference: string) {
	mustBeAbleTo(actor, 'manage-allocation');
	const { id, title } = await findAllocatable(db.read, reference);
	const held = new Set((await listAllocated(db.read, id)).map(({ code }) => code));
	const names = await db.read
		.select({ code: organisation.code, name: organisation.name })
		.from(organisation)
		.orderBy(asc(organisation.name));
	const standing = new Set((await listAddressees(db.read)).map(({ code }) => code));
	return {
		...{ reference, title },
		bodies: names.filter(({ code }) => standing.has(code) && !held.has(code))
	};
}

/** What the forms about one allocation show. @throws Refusal 'not-allowed' or 'not-found' */
export async function readAllocated(
	{ db }: Context,
	actor: Actor,
	name: { readonly reference: string; readonly organisation: string }
) {
	mustBeAbleTo(actor, 'manage-allocation');
	const found = await findAllocated(db.read, name);
	return {
		reference: name.reference,
		title: found.recommendation.title,
		organisationCode: found.organisationCode,
		organisationName: found.organisationName,
		capacity: found.capacity,
		version: found.version
	};
}
