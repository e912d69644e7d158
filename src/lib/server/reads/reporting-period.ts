import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { notFound } from '#lib/domain/refusal.ts';
import type { OwedShown } from '#lib/domain/reporting-rhythm.ts';
import { and, asc, count, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { BY_REGION } from '../db/queries/assignment-filter.ts';
import { countOwed } from '../db/queries/owed-update.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { inspection, reportingPeriod } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, personRole } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { owedUpdate } from '../db/schema/reporting.ts';

/** Organisations of one page of the chase list. */
const BODIES_SHOWN = 10;
/** Rows of one page of any other list. */
const ROWS_SHOWN = 100;

export type PeriodHead = Awaited<ReturnType<typeof findPeriodHead>>;
export type ChasedBody = Awaited<ReturnType<typeof readChase>>['bodies'][number];
export type OwedRow = Awaited<ReturnType<typeof selectOwed>>[number];

/**
 * One period: what became of what it asked for, and either whom to chase or the list of one outcome.
 * @throws Refusal 'not-allowed', or 'not-found' for a period that there is not
 */
export async function readReportingPeriod(
	context: Context,
	actor: Actor,
	id: number,
	shown: OwedShown,
	page: number
) {
	mustBeAbleTo(actor, 'read-reporting');
	const { read } = context.db;
	const period = await findPeriodHead(read, id, momentOf(context.clock).today);
	const mayRun = can(actor, 'run-reporting');
	return { period, shown, mayRun, ...(await readListed(read, id, shown, page, mayRun)) };
}

const readListed = remember(
	async (db: Queryable, id: number, shown: OwedShown, page: number, mayRun: boolean) => {
		const counts = await countOwed(db, id);
		const silent = counts.owed - counts.reported - counts.closedMeanwhile;
		const listed =
			shown === 'silent'
				? { chase: await readChase(db, id, page, mayRun), list: null }
				: { chase: null, list: await readList(db, id, shown, page) };
		return { counts: { ...counts, silent }, ...listed };
	}
);

/**
 * What the page that closes a period shows before it is done.
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readPeriodToClose(context: Context, actor: Actor, id: number) {
	mustBeAbleTo(actor, 'run-reporting');
	const { read } = context.db;
	const period = await findPeriodHead(read, id, momentOf(context.clock).today);
	const counts = await countOwed(read, id);
	return { period, silent: counts.owed - counts.reported - counts.closedMeanwhile };
}

async function findPeriodHead(db: Queryable, id: number, today: PlainDate) {
	const [row] = await db
		.select({
			id: reportingPeriod.id,
			opensOn: reportingPeriod.opensOn,
			closesOn: reportingPeriod.closesOn,
			closedAt: reportingPeriod.closedAt,
			inspectionCode: inspection.code,
			inspectionTitle: inspection.title,
			inspectorate: inspection.inspectorate
		})
		.from(reportingPeriod)
		.innerJoin(inspection, eq(inspection.id, reportingPeriod.inspectionId))
		.where(eq(reportingPeriod.id, id));
	if (!row) throw notFound('period');
	return { ...row, isRunning: row.closesOn >= today };
}

const IS_SILENT = or(isNull(owedUpdate.outcome), eq(owedUpdate.outcome, 'not-reported'));

/** Bodies by region that have not reported, with the owners of what they owe and who leads there. */
async function readChase(db: Queryable, periodId: number, page: number, withAddresses: boolean) {
	const isOwed = and(eq(owedUpdate.periodId, periodId), IS_SILENT);
	const all = await db
		.select({
			id: organisation.id,
			code: organisation.code,
			name: organisation.name,
			region: organisation.region,
			silent: count()
		})
		.from(owedUpdate)
		.innerJoin(assignment, eq(assignment.id, owedUpdate.assignmentId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(isOwed)
		.groupBy(organisation.id)
		.orderBy(...BY_REGION);
	const pages = Math.max(1, Math.ceil(all.length / BODIES_SHOWN));
	const shown = Math.min(page, pages);
	const bodies = all.slice((shown - 1) * BODIES_SHOWN, shown * BODIES_SHOWN);
	const ids = bodies.map(({ id }) => id);
	const rows = await selectOwed(db, and(isOwed, inArray(organisation.id, ids)));
	const leads = withAddresses ? await listLeads(db, ids) : [];
	return {
		total: all.length,
		page: shown,
		pages,
		bodies: bodies.map(({ id, ...body }) => ({
			...body,
			rows: rows
				.filter(({ organisationCode }) => organisationCode === body.code)
				.map((row) => (withAddresses ? row : { ...row, ownerEmail: null })),
			leads: leads.filter(({ organisationId }) => organisationId === id)
		}))
	};
}

async function readList(
	db: Queryable,
	periodId: number,
	shown: Exclude<OwedShown, 'silent'>,
	page: number
) {
	const outcome = shown === 'all' ? undefined : eq(owedUpdate.outcome, shown);
	const isListed = and(eq(owedUpdate.periodId, periodId), outcome);
	const total = await db.$count(owedUpdate, isListed);
	const pages = Math.max(1, Math.ceil(total / ROWS_SHOWN));
	const place = Math.min(page, pages);
	const rows = await selectOwed(db, isListed)
		.limit(ROWS_SHOWN)
		.offset((place - 1) * ROWS_SHOWN);
	return { total, page: place, pages, rows: rows.map((row) => ({ ...row, ownerEmail: null })) };
}

function selectOwed(db: Queryable, condition: SQL | undefined) {
	return db
		.select({
			reference: referenceSql,
			title: recommendation.title,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			outcome: owedUpdate.outcome,
			outcomeOn: owedUpdate.outcomeOn,
			ownerPost: post.title,
			ownerName: postHolder.name,
			/** Of a holder who signs in. */
			ownerEmail: sql<string | null>`iif(${person.deactivatedAt} is null, ${person.email}, null)`
		})
		.from(owedUpdate)
		.innerJoin(assignment, eq(assignment.id, owedUpdate.assignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.leftJoin(post, eq(post.id, assignment.ownerPostId))
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.leftJoin(person, eq(person.id, postHolder.personId))
		.where(condition)
		.orderBy(...BY_REGION, asc(recommendation.number))
		.$dynamic();
}

const referenceSql = sql<string>`json_array(${inspection.code}, ${recommendation.number})`.mapWith(
	(json: string) => recommendationReference(...(JSON.parse(json) as [string, number]))
);

function listLeads(db: Queryable, organisationIds: readonly number[]) {
	return db
		.selectDistinct({
			organisationId: personRole.organisationId,
			name: person.name,
			email: person.email
		})
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				inArray(personRole.organisationId, [...organisationIds]),
				eq(personRole.role, 'lead'),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt)
			)
		)
		.orderBy(asc(person.name));
}
