import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { periodDue, type ReportingRhythm } from '#lib/domain/reporting-rhythm.ts';
import { and, asc, eq, gte, isNull, lt, lte, max, ne } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { countOwed, settleRest, writeOwed, type OwedCounts } from '../db/queries/owed-update.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { inspection, reportingPeriod } from '../db/schema/inspection.ts';
import { tellOfPeriod } from '../mail/bodies.ts';

/** What a form sends; the service itself sends nothing. */
interface Stamp {
	readonly submissionKey: string;
}

/**
 * Opens a span that runs today, in which every assignment that an organisation had to work on before it
 * owes an update: the rows of what is owed are written with it, and a letter to each body.
 * @param actor null when the service itself opens it
 * @returns how many updates are owed
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'period-ends-before-it-opens',
 *   'period-opens-later', 'period-is-over', 'period-overlaps' or 'nothing-owed'
 */
export async function openReportingPeriod(
	context: Context,
	actor: Actor | null,
	inspectionCode: string,
	period: ReportingPeriod,
	stamp?: Stamp
): Promise<number> {
	const moment = momentOf(context.clock);
	if (actor) mustBeAbleTo(actor, 'run-reporting');
	mustRunToday(period, moment);
	return context.db.write(async (tx) => {
		const [about] = await tx
			.select({ id: inspection.id, code: inspection.code })
			.from(inspection)
			.where(eq(inspection.code, inspectionCode));
		if (!about) throw notFound('inspection');
		if (actor && stamp) await claimSubmission(tx, actor, stamp.submissionKey, moment);
		return open(tx, actor, about, period, moment, context.origin);
	});
}

/**
 * Settles what a period that has ended did not hear: once, and for good. An update that comes later counts
 * for the period in which it comes.
 * @param actor null when the service itself closes it
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'period-runs' {closesOn} or 'period-closed'
 */
export async function closeReportingPeriod(
	context: Context,
	actor: Actor | null,
	periodId: number,
	stamp?: Stamp
): Promise<OwedCounts> {
	const moment = momentOf(context.clock);
	if (actor) mustBeAbleTo(actor, 'run-reporting');
	return context.db.write(async (tx) => {
		const found = await findPeriod(tx, periodId);
		if (!found) throw notFound('period');
		if (actor && stamp) await claimSubmission(tx, actor, stamp.submissionKey, moment);
		return close(tx, actor, found, moment);
	});
}

/**
 * What the clock does: closes every period that has ended, and opens the one that the rhythm has due where
 * somebody owes an update in it. Each is a transaction of its own.
 */
export async function keepReportingPeriods(
	context: Context
): Promise<{ readonly opened: number; readonly closed: number }> {
	const moment = momentOf(context.clock);
	const done = { opened: 0, closed: 0 };
	for (const { id } of await listEnded(context.db.read, moment)) {
		await closeReportingPeriod(context, null, id);
		done.closed += 1;
	}
	for (const { code, period } of await listDue(context.db.read, moment)) {
		try {
			await openReportingPeriod(context, null, code, period);
			done.opened += 1;
		} catch (thrown) {
			// Where all is closed, or was allocated only now, there is nobody to ask yet.
			if (!(thrown instanceof Refusal && thrown.code === 'nothing-owed')) throw thrown;
		}
	}
	return done;
}

/** Whether `keepReportingPeriods` has anything to look at. */
export async function isReportingDue({ db, clock }: Context): Promise<boolean> {
	const moment = momentOf(clock);
	const ended = await listEnded(db.read, moment);
	return ended.length > 0 || (await listDue(db.read, moment)).length > 0;
}

function mustRunToday({ opensOn, closesOn }: ReportingPeriod, { today }: Moment): void {
	if (closesOn < opensOn) throw new Refusal('period-ends-before-it-opens', { field: 'closesOn' });
	// What is owed is written down when it opens, so nobody opens one for another day.
	if (opensOn > today) throw new Refusal('period-opens-later', { field: 'opensOn' });
	if (closesOn < today) throw new Refusal('period-is-over', { field: 'closesOn' });
}

async function open(
	tx: Queryable,
	actor: Actor | null,
	about: { readonly id: number; readonly code: string },
	{ opensOn, closesOn }: ReportingPeriod,
	moment: Moment,
	origin: string
): Promise<number> {
	const [other] = await tx
		.select({ id: reportingPeriod.id })
		.from(reportingPeriod)
		.where(
			and(
				eq(reportingPeriod.inspectionId, about.id),
				lte(reportingPeriod.opensOn, closesOn),
				gte(reportingPeriod.closesOn, opensOn)
			)
		);
	if (other) throw new Refusal('period-overlaps', { field: 'opensOn' });
	const [made] = await tx
		.insert(reportingPeriod)
		.values({ inspectionId: about.id, opensOn, closesOn })
		.returning({ id: reportingPeriod.id });
	if (!made) throw new Error('The period has no row');
	const owed = await writeOwed(tx, made.id, about.id, { opensOn, closesOn });
	if (owed === 0) throw new Refusal('nothing-owed');
	await record(tx, {
		action: 'period.open',
		actor,
		moment,
		particulars: { reference: about.code, opensOn, lastDay: closesOn, owed }
	});
	const opened = { id: made.id, opensOn, closesOn };
	await tellOfPeriod(tx, actor, about.code, opened, moment, origin);
	return owed;
}

type FoundPeriod = NonNullable<Awaited<ReturnType<typeof findPeriod>>>;

async function close(
	tx: Queryable,
	actor: Actor | null,
	{ id, code, opensOn, closesOn, closedAt }: FoundPeriod,
	moment: Moment
): Promise<OwedCounts> {
	if (closedAt !== null) throw new Refusal('period-closed');
	// Its last day was told to the organisations: it is never cut short.
	if (closesOn >= moment.today) throw new Refusal('period-runs', { facts: { closesOn } });
	await settleRest(tx, id, { opensOn, closesOn }, moment.today);
	await tx.update(reportingPeriod).set({ closedAt: moment.at }).where(eq(reportingPeriod.id, id));
	const counts = await countOwed(tx, id);
	await record(tx, {
		action: 'period.close',
		actor,
		moment,
		particulars: { reference: code, opensOn, lastDay: closesOn, ...counts }
	});
	return counts;
}

async function findPeriod(tx: Queryable, id: number) {
	const [row] = await tx
		.select({
			id: reportingPeriod.id,
			code: inspection.code,
			opensOn: reportingPeriod.opensOn,
			closesOn: reportingPeriod.closesOn,
			closedAt: reportingPeriod.closedAt
		})
		.from(reportingPeriod)
		.innerJoin(inspection, eq(inspection.id, reportingPeriod.inspectionId))
		.where(eq(reportingPeriod.id, id));
	return row;
}

function listEnded(db: Queryable, { today }: Moment) {
	return db
		.select({ id: reportingPeriod.id })
		.from(reportingPeriod)
		.where(and(isNull(reportingPeriod.closedAt), lt(reportingPeriod.closesOn, today)))
		.orderBy(asc(reportingPeriod.closesOn), asc(reportingPeriod.id));
}

async function listDue(db: Queryable, { today }: Moment) {
	const rows = await db
		.select({
			code: inspection.code,
			rhythm: inspection.rhythm,
			lastClosedOn: max(reportingPeriod.closesOn)
		})
		.from(inspection)
		.leftJoin(reportingPeriod, eq(reportingPeriod.inspectionId, inspection.id))
		.where(ne(inspection.rhythm, 'none' satisfies ReportingRhythm))
		.groupBy(inspection.id)
		.orderBy(asc(inspection.id));
	return rows.flatMap(({ code, rhythm, lastClosedOn }) => {
		const period = periodDue(rhythm, lastClosedOn, today);
		return period ? [{ code, period }] : [];
	});
}
