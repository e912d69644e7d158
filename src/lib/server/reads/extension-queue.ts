import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { daysBetween } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { isOneOfThese } from '../db/queries/assignment-filter.ts';
import { isOpenExtension } from '../db/queries/extension.ts';
import { isOpenSql } from '../db/queries/timeliness.ts';
import { remember } from '../db/remember.ts';
import { rememberParts } from '../db/remember-parts.ts';
import { assignment } from '../db/schema/assignment.ts';
import { extensionRequest } from '../db/schema/extension.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person } from '../db/schema/person.ts';
import { recommendation } from '../db/schema/recommendation.ts';

/** A page's worth; whoever has more of them decides the oldest first. */
export const EXTENSIONS_SHOWN = 25;

/**
 * The requests for more time that wait for a decision, of every inspection, oldest first, in two queries. What was
 * closed meanwhile needs no more time: its request waits for nobody.
 * @throws Refusal 'not-allowed'
 */
export async function readExtensionQueue(context: Context, actor: Actor) {
	mustBeAbleTo(actor, 'read-review-queue');
	const { today } = momentOf(context.clock);
	const { read } = context.db;
	const open = [...(await openIds(read)).values()].flat().sort((one, other) => one - other);
	const rows = await readShown(read, open.slice(0, EXTENSIONS_SHOWN));
	return {
		total: open.length,
		requests: rows.map(({ inspectionCode, number, askedById, ...row }) => ({
			...row,
			reference: recommendationReference(inspectionCode, number),
			days: daysBetween(row.askedOn, today),
			isOwn: askedById === actor.personId
		}))
	};
}

/** By recommendation: to find those that wait among all that were ever asked takes longer than to read a page's worth. */
const openIds = rememberParts(async (db, only) => {
	const rows = await db
		.select({ id: extensionRequest.id, recommendationId: assignment.recommendationId })
		.from(extensionRequest)
		.innerJoin(assignment, eq(assignment.id, extensionRequest.assignmentId))
		.where(and(isOpenExtension(db), isOpenSql, isOneOfThese(only)));
	const parts = [...Map.groupBy(rows, ({ recommendationId }) => recommendationId)];
	return new Map(parts.map(([id, requests]) => [id, requests.map((request) => request.id)]));
});

const readShown = remember(
	async (db: Queryable, ids: readonly number[]) =>
		await db
			.select({
				inspectionCode: inspection.code,
				number: recommendation.number,
				title: recommendation.title,
				organisationCode: organisation.code,
				organisationName: organisation.name,
				originalDueOn: assignment.originalDueOn,
				currentDueOn: assignment.currentDueOn,
				deadlineMoves: assignment.deadlineMoves,
				askedDueOn: extensionRequest.askedDueOn,
				reasonCode: extensionRequest.reasonCode,
				askedOn: extensionRequest.onDay,
				askedById: extensionRequest.actorId,
				askedBy: person.name
			})
			.from(extensionRequest)
			.innerJoin(assignment, eq(assignment.id, extensionRequest.assignmentId))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.innerJoin(person, eq(person.id, extensionRequest.actorId))
			.where(inArray(extensionRequest.id, [...ids]))
			.orderBy(asc(extensionRequest.id))
);
