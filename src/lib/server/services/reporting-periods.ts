import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { and, eq, gte, lte } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { inspection, reportingPeriod } from '../db/schema/inspection.ts';

/**
 * Opens a span in which every open assignment of the inspection owes an update.
 * @param actor null when the service itself opens it
 * @throws Refusal 'not-allowed', 'not-found', 'period-ends-before-it-opens' or 'period-overlaps'
 */
export async function openReportingPeriod(
	context: Context,
	actor: Actor | null,
	inspectionCode: string,
	{ opensOn, closesOn }: ReportingPeriod
): Promise<void> {
	const moment = momentOf(context.clock);
	if (actor) mustBeAbleTo(actor, 'load-register');
	if (closesOn < opensOn) throw new Refusal('period-ends-before-it-opens', { field: 'closesOn' });
	await context.db.write(async (tx) => {
		const [about] = await tx
			.select({ id: inspection.id })
			.from(inspection)
			.where(eq(inspection.code, inspectionCode));
		if (!about) throw notFound('inspection');
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
		await tx.insert(reportingPeriod).values({ inspectionId: about.id, opensOn, closesOn });
		await record(tx, {
			action: 'period.open',
			actor,
			moment,
			particulars: { reference: inspectionCode, opensOn, lastDay: closesOn }
		});
	});
}
