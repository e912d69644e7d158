import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { chooseInspection, inspectionChoices, listInspections } from '../db/queries/inspection.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { assignment } from '../db/schema/assignment.ts';
import { reportingPeriod } from '../db/schema/inspection.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { owedUpdate } from '../db/schema/reporting.ts';

/** Two years of months. */
const SHOWN = 24;

/**
 * What each period asked of one organisation, and what became of it, latest first.
 * @throws Refusal 'not-found' for an organisation that is not there or not the actor's to see, or for an
 *   inspection that there is not
 */
export async function readOrganisationReporting(
	context: Context,
	actor: Actor,
	code: string,
	inspectionCode: string | undefined
) {
	const { read } = context.db;
	const { today } = momentOf(context.clock);
	const body = await findOrganisation(read, actor, code);
	const inspections = await listInspections(read);
	const inspection = chooseInspection(inspections, inspectionCode);
	const periods = await read
		.select({
			id: reportingPeriod.id,
			opensOn: reportingPeriod.opensOn,
			closesOn: reportingPeriod.closesOn
		})
		.from(reportingPeriod)
		.where(eq(reportingPeriod.inspectionId, inspection.id))
		.orderBy(desc(reportingPeriod.opensOn))
		.limit(SHOWN);
	const owed = await read
		.select({
			periodId: owedUpdate.periodId,
			number: recommendation.number,
			title: recommendation.title,
			outcome: owedUpdate.outcome,
			outcomeOn: owedUpdate.outcomeOn
		})
		.from(assignment)
		.innerJoin(owedUpdate, eq(owedUpdate.assignmentId, assignment.id))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.where(
			and(
				eq(assignment.organisationId, body.id),
				eq(assignment.inspectionId, inspection.id),
				inArray(
					owedUpdate.periodId,
					periods.map(({ id }) => id)
				)
			)
		)
		.orderBy(asc(recommendation.number));
	const byPeriod = Map.groupBy(owed, ({ periodId }) => periodId);
	return {
		body,
		inspections: inspectionChoices(inspections),
		inspection: { code: inspection.code, title: inspection.title },
		periods: periods.map((period) => ({
			...period,
			isRunning: period.closesOn >= today,
			rows: (byPeriod.get(period.id) ?? []).map(({ number, title, outcome, outcomeOn }) => ({
				reference: recommendationReference(inspection.code, number),
				title,
				outcome,
				outcomeOn
			}))
		}))
	};
}
