import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { can, mustBeAbleTo } from '#lib/domain/policy.ts';
import { periodDue } from '#lib/domain/reporting-rhythm.ts';
import { count, desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { OWED_COUNTS, type OwedCounts } from '../db/queries/owed-update.ts';
import { remember } from '../db/remember.ts';
import { reportingPeriod } from '../db/schema/inspection.ts';
import { owedUpdate } from '../db/schema/reporting.ts';

/** Years of months; the page leads on to those before. */
const SHOWN = 24;

export type PeriodRow = Awaited<ReturnType<typeof listPeriods>>['periods'][number];

/**
 * The periods of one inspection, latest first, with what became of what each asked for.
 * @throws Refusal 'not-allowed', or 'not-found' for an inspection that there is not
 */
export async function readReportingPeriods(
	context: Context,
	actor: Actor,
	code: string | undefined,
	page: number
) {
	mustBeAbleTo(actor, 'read-reporting');
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, code);
	const listed = await listPeriods(read, inspection.id, page);
	return {
		inspections: inspectionChoices(inspections),
		inspection: {
			code: inspection.code,
			title: inspection.title,
			rhythm: inspection.rhythm
		},
		today,
		...listed,
		/** The first day of what opens by itself after the last period; null where nothing does. */
		nextOn: nextOpening(inspection.rhythm, listed.lastClosesOn, today),
		mayRun: can(actor, 'run-reporting')
	};
}

function nextOpening(
	rhythm: Parameters<typeof periodDue>[0],
	lastClosesOn: PeriodRow['closesOn'] | null,
	today: PeriodRow['closesOn']
) {
	const from = lastClosesOn !== null && lastClosesOn >= today ? addDays(lastClosesOn, 1) : today;
	return periodDue(rhythm, lastClosesOn, from)?.opensOn ?? null;
}

const listPeriods = remember(async (db: Queryable, inspectionId: number, page: number) => {
	const [all] = await db
		.select({ total: count() })
		.from(reportingPeriod)
		.where(eq(reportingPeriod.inspectionId, inspectionId));
	const pages = Math.max(1, Math.ceil((all?.total ?? 0) / SHOWN));
	const shown = Math.min(page, pages);
	const heads = await db
		.select({
			id: reportingPeriod.id,
			opensOn: reportingPeriod.opensOn,
			closesOn: reportingPeriod.closesOn,
			closedAt: reportingPeriod.closedAt
		})
		.from(reportingPeriod)
		.where(eq(reportingPeriod.inspectionId, inspectionId))
		.orderBy(desc(reportingPeriod.opensOn))
		.limit(SHOWN)
		.offset((shown - 1) * SHOWN);
	const countsOf = await countEach(db, heads);
	const periods = heads.map((head) => ({ ...head, ...(countsOf.get(head.id) ?? NONE) }));
	const lastClosesOn = shown === 1 ? (periods[0]?.closesOn ?? null) : null;
	return { periods, page: shown, pages, lastClosesOn };
});

const NONE: OwedCounts = { owed: 0, reported: 0, notReported: 0, closedMeanwhile: 0 };

/** What a closed period came to never changes again: a trigger keeps what was settled. Years of it are kept here. */
const settled = new WeakMap<Queryable, Map<number, OwedCounts>>();

async function countEach(
	db: Queryable,
	periods: readonly { readonly id: number; readonly closedAt: number | null }[]
): Promise<ReadonlyMap<number, OwedCounts>> {
	const known = settled.get(db) ?? new Map<number, OwedCounts>();
	settled.set(db, known);
	const rows = await db
		.select({ id: owedUpdate.periodId, ...OWED_COUNTS })
		.from(owedUpdate)
		.where(
			inArray(
				owedUpdate.periodId,
				periods.flatMap(({ id }) => (known.has(id) ? [] : [id]))
			)
		)
		.groupBy(owedUpdate.periodId);
	const counted = new Map(rows.map(({ id, ...counts }) => [id, counts]));
	for (const { id, closedAt } of periods) {
		const counts = counted.get(id);
		if (closedAt !== null && counts) known.set(id, counts);
	}
	return new Map([...known, ...counted]);
}
