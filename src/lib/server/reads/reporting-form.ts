import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';

/**
 * The inspection whose rhythm is set, or of which a period is opened.
 * @throws Refusal 'not-allowed', or 'not-found' for an inspection that there is not
 */
export async function readReportingForm(
	{ db, clock }: Context,
	actor: Actor,
	code: string | undefined
) {
	mustBeAbleTo(actor, 'run-reporting');
	const inspection = chooseInspection(await listInspections(db.read), code);
	const { today } = momentOf(clock);
	return {
		inspection: { code: inspection.code, title: inspection.title, rhythm: inspection.rhythm },
		today
	};
}
