import { isNational, ownOrganisationIds, type Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { addDays, earlier, type PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { latestPeriods } from '../db/queries/period.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { organisation } from '../db/schema/organisation.ts';
import { readSummaryFigures } from './summary-figures.ts';

/** What a summary is asked for; everything may be left out. */
export interface SummaryQuery {
	readonly inspection?: string | undefined;
	/** Code of one body; national readers otherwise get the whole inspection. */
	readonly organisation?: string | undefined;
	readonly since?: PlainDate | undefined;
}

const SPAN_DAYS = 30;
/** Exceptions that fit beside the rest on two sheets, and of each group at most. */
const EXCEPTIONS = { shown: 12, perGroup: 8 };

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
		...(await readSummaryFigures(read, scope, since, inspection.code, EXCEPTIONS))
	};
}

/** Null for the whole inspection. Somebody of one body only ever gets that body. */
async function readBody(db: Queryable, actor: Actor, code: string | undefined) {
	const national = isNational(actor);
	if (national && code === undefined) return null;
	const own = ownOrganisationIds(actor)[0];
	if (!national && own === undefined && code === undefined) mustBeAbleTo(actor, 'read-summary');
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
