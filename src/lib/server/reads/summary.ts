import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { BOARD_EXCEPTIONS, shareRoom } from '#lib/domain/attention.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { addDays, earlier, type PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { readAddressees } from '../db/queries/addressees.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { remember } from '../db/remember.ts';
import { organisation } from '../db/schema/organisation.ts';
import { readAttention } from './attention.ts';
import { countBy, countOneAmongAll, sumCounts, type CountScope } from './counts.ts';
import { movementsOf, readMovement } from './movement.ts';
import { summaryRows } from './summary-rows.ts';

/** What a summary is asked for; everything may be left out. */
export interface SummaryQuery {
	readonly inspection?: string | undefined;
	/** Code of one body; national readers otherwise get the whole inspection. */
	readonly organisation?: string | undefined;
	readonly since?: PlainDate | undefined;
}

const SPAN_DAYS = 30;
/** Exceptions that fit beside the rest on two sheets. */
const EXCEPTIONS_SHOWN = 12;
const PICKED_PER_GROUP = 8;

/**
 * The executive summary of one inspection: as a whole for national readers, of their own body for others.
 * At most eight queries with the session's.
 * @throws Refusal 'not-found' for an inspection or body that is not there or not the actor's to see
 */
export async function readSummary(context: Context, actor: Actor, query: SummaryQuery) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const body = await readBody(read, actor, query.organisation);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, query.inspection);
	const periods = await latestPeriods(read, inspection.id, today);
	const since = earlier(query.since ?? addDays(today, -SPAN_DAYS), today);
	const scope = { inspectionId: inspection.id, periods, today, organisationId: body?.id };
	return {
		today,
		since,
		body: body && { code: body.code, name: body.name },
		inspection,
		...(await readFigures(read, scope, since, inspection.code))
	};
}

interface SummaryScope extends CountScope {
	/** Of one organisation alone. */
	readonly organisationId: number | undefined;
}

const readFigures = remember(
	async (db: Queryable, scope: SummaryScope, since: PlainDate, inspectionCode: string) => {
		const { inspectionId, today, organisationId } = scope;
		const { counts, national } = await readCounts(db, scope);
		const addressees = await readAddressees(db, inspectionId, organisationId);
		const span = { inspectionId, today, since, organisationId };
		const movement = await readMovement(db, span, counts);
		const picks = BOARD_EXCEPTIONS.map((group) => ({
			group,
			limit: PICKED_PER_GROUP,
			isCounted: true
		}));
		const exceptions = await readAttention(db, scope, picks);
		return {
			counts: sumCounts([...counts.values()]),
			/** What everybody may see of all organisations. */
			national,
			rows: summaryRows(inspectionCode, addressees, counts, movement),
			movement: movementsOf(movement),
			exceptions: groupExceptions(exceptions)
		};
	}
);

async function readCounts(db: Queryable, scope: SummaryScope) {
	if (scope.organisationId !== undefined) {
		const { one, all } = await countOneAmongAll(db, scope, scope.organisationId);
		return { counts: one, national: all };
	}
	const counts = await countBy(db, 'recommendation', scope);
	return { counts, national: sumCounts([...counts.values()]) };
}

type Exceptions = Awaited<ReturnType<typeof readAttention>>;

function groupExceptions(exceptions: Exceptions) {
	const groups = BOARD_EXCEPTIONS.map((group) => {
		const rows = exceptions.filter((row) => row.group === group);
		return { group, total: rows[0]?.total ?? 0, rows };
	}).filter(({ total }) => total > 0);
	const shares = shareRoom(
		groups.map(({ rows }) => rows.length),
		EXCEPTIONS_SHOWN
	);
	return groups.map(({ rows, ...group }, index) => ({
		...group,
		rows: rows.slice(0, shares[index])
	}));
}

/** Null for the whole inspection. Somebody of one body only ever gets that body. */
async function readBody(db: Queryable, actor: Actor, code: string | undefined) {
	const national = isNational(actor);
	if (national && code === undefined) return null;
	const own = ownOrganisationIds(actor)[0];
	if (!national && own === undefined) mustBeAbleTo(actor, 'read-summary');
	const [body] = await db
		.select({ id: organisation.id, code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(
			and(
				visibleTo(actor, organisation.id),
				code === undefined ? eq(organisation.id, own ?? -1) : eq(organisation.code, code)
			)
		);
	if (!body) throw notFound('organisation');
	mustBeAbleTo(actor, 'read-summary', { organisationId: body.id });
	return body;
}
