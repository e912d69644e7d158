import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { daysBetween, type PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { isOneOfThese } from '../db/queries/assignment-filter.ts';
import { isOpenExemption } from '../db/queries/exemption.ts';
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
import { exemptionRequest } from '../db/schema/requests.ts';

/** A page's worth; whoever has more of them decides the oldest first. */
export const REQUESTS_SHOWN = 25;

/**
 * What organisations have asked and nobody has decided, of every inspection, oldest first, in three queries.
 * What was closed meanwhile needs no more time: its request waits for nobody.
 * @throws Refusal 'not-allowed'
 */
export async function readRequestQueues(context: Context, actor: Actor) {
	mustBeAbleTo(actor, 'read-review-queue');
	const { today } = momentOf(context.clock);
	const { read } = context.db;
	const open = [...(await openExtensions(read)).values()].flat().sort((one, other) => one - other);
	const extensions = await readExtensions(read, open.slice(0, REQUESTS_SHOWN));
	const exemptions = await readExemptions(read);
	return {
		extensions: { total: open.length, requests: shown(extensions, actor, today) },
		exemptions: {
			total: exemptions[0]?.total ?? 0,
			requests: shown(exemptions, actor, today).map(({ total: _total, ...row }) => row)
		}
	};
}

interface Asked {
	readonly inspectionCode: string;
	readonly number: number;
	readonly askedOn: PlainDate;
	readonly askedById: number;
}

function shown<Row extends Asked>(rows: readonly Row[], actor: Actor, today: PlainDate) {
	return rows.map(({ inspectionCode, number, askedById, ...row }) => ({
		...row,
		reference: recommendationReference(inspectionCode, number),
		days: daysBetween(row.askedOn, today),
		isOwn: askedById === actor.personId
	}));
}

/** By recommendation: to find those that wait among all that were ever asked takes longer than to read a page's worth. */
const openExtensions = rememberParts(async (db, only) => {
	const rows = await db
		.select({ id: extensionRequest.id, recommendationId: assignment.recommendationId })
		.from(extensionRequest)
		.innerJoin(assignment, eq(assignment.id, extensionRequest.assignmentId))
		.where(and(isOpenExtension(db), isOpenSql, isOneOfThese(only)));
	const parts = [...Map.groupBy(rows, ({ recommendationId }) => recommendationId)];
	return new Map(parts.map(([id, requests]) => [id, requests.map((request) => request.id)]));
});

const readExtensions = remember(async (db: Queryable, ids: readonly number[]) => {
	const { askedDueOn, reasonCode } = extensionRequest;
	const { originalDueOn, currentDueOn, deadlineMoves } = assignment;
	return await db
		.select({
			...askedOf(extensionRequest),
			...{ originalDueOn, currentDueOn, deadlineMoves, askedDueOn, reasonCode }
		})
		.from(extensionRequest)
		.innerJoin(assignment, eq(assignment.id, extensionRequest.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.innerJoin(person, eq(person.id, extensionRequest.actorId))
		.where(inArray(extensionRequest.id, [...ids]))
		.orderBy(asc(extensionRequest.id));
});

const readExemptions = remember(
	async (db: Queryable) =>
		await db
			.select({ ...askedOf(exemptionRequest), total: sql<number>`count(*) over ()` })
			.from(exemptionRequest)
			.innerJoin(assignment, eq(assignment.id, exemptionRequest.assignmentId))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.innerJoin(person, eq(person.id, exemptionRequest.actorId))
			.where(isOpenExemption(db))
			.orderBy(asc(exemptionRequest.id))
			.limit(REQUESTS_SHOWN)
);

/** What every queue shows of a request: whose, about what, and since when. */
function askedOf<Table extends typeof extensionRequest | typeof exemptionRequest>(request: Table) {
	return {
		inspectionCode: inspection.code,
		number: recommendation.number,
		title: recommendation.title,
		organisationCode: organisation.code,
		organisationName: organisation.name,
		askedOn: request.onDay as Table['onDay'],
		askedById: request.actorId as Table['actorId'],
		askedBy: person.name
	};
}
