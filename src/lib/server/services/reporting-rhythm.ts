import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import type { ReportingRhythm } from '#lib/domain/reporting-rhythm.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { record } from '../audit/record.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { inspection } from '../db/schema/inspection.ts';

export interface RhythmCommand {
	readonly rhythm: ReportingRhythm;
	/** The one that the page showed. */
	readonly shown: ReportingRhythm;
	readonly submissionKey: string;
}

/**
 * Says how often an inspection asks for updates, from its next period on: one that runs keeps its days.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'rhythm-changed' where another has set
 *   it meanwhile, or 'rhythm-unchanged'
 */
export async function setRhythm(
	context: Context,
	actor: Actor,
	inspectionCode: string,
	{ rhythm, shown, submissionKey }: RhythmCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'run-reporting');
	await context.db.write(async (tx) => {
		const [about] = await tx
			.select({ id: inspection.id, rhythm: inspection.rhythm })
			.from(inspection)
			.where(eq(inspection.code, inspectionCode));
		if (!about) throw notFound('inspection');
		await claimSubmission(tx, actor, submissionKey, moment);
		if (about.rhythm !== shown)
			throw new Refusal('rhythm-changed', { facts: { rhythm: about.rhythm } });
		if (about.rhythm === rhythm) throw new Refusal('rhythm-unchanged', { field: 'rhythm' });
		await tx.update(inspection).set({ rhythm }).where(eq(inspection.id, about.id));
		await record(tx, {
			action: 'inspection.set-rhythm',
			actor,
			moment,
			particulars: { reference: inspectionCode, from: about.rhythm, to: rhythm }
		});
	});
}
