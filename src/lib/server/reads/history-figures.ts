import type { RolesHeld } from '#lib/domain/actor.ts';
import { burnUp, confirmationGap } from '#lib/domain/burn-up.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { slippageOverall } from '#lib/domain/slippage-overall.ts';
import { eq } from 'drizzle-orm';
import { isInScope, type FilterScope } from '../db/queries/assignment-filter.ts';
import { listFlows } from '../db/queries/daily-flow.ts';
import type { FilterChoices } from '../db/queries/filter-choices.ts';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import type { DashboardScope } from './dashboard-scope.ts';
import { forecastFrom } from './forecast.ts';
import { countByBody, regionFigures } from './region-figures.ts';

/**
 * What the charts of what happened are drawn from, of what a dashboard is about: burn-up, slippage and forecasts, and
 * beside them how things stand by region.
 * Two queries, both remembered.
 */
export async function readHistoryFigures(
	db: Queryable,
	scope: DashboardScope,
	choices: Pick<FilterChoices, 'recommendations' | 'organisations'>
) {
	const { inspectionId, periods, today, filter, roles } = scope;
	const figures = await figuresOf(db, { roles }, { inspectionId, periods, today, filter });
	return {
		progress: figures.progress,
		gap: figures.gap,
		regions: regionFigures(figures.byBody, choices),
		recommendations: choices.recommendations.flatMap(({ id, number, title }) => {
			const own = figures.byId.get(id);
			const reference = recommendationReference(scope.inspectionCode, number);
			return own ? [{ number, reference, title, ...own }] : [];
		})
	};
}

const figuresOf = remember(async (db: Queryable, to: RolesHeld, scope: FilterScope) => {
	const flows = await listFlows(db, to, scope);
	const dated = await listDated(db, to, scope);
	const flowsById = Map.groupBy(flows, ({ recommendationId }) => recommendationId);
	const datedById = Map.groupBy(dated, ({ recommendationId }) => recommendationId);
	return {
		progress: burnUp(flows, dated, scope.today),
		gap: confirmationGap(flows, scope.today),
		byBody: countByBody(dated),
		byId: new Map(
			[...datedById].map(([id, own]) => [
				id,
				{
					slippage: slippageOverall(own),
					forecast: forecastFrom(flowsById.get(id) ?? [], scope.today)
				}
			])
		)
	};
});

/** One row an assignment: what is told of deadlines is told from it. */
function listDated(db: Queryable, to: RolesHeld, scope: FilterScope) {
	return db
		.select({
			recommendationId: assignment.recommendationId,
			organisationCode: organisation.code,
			status: assignment.status,
			originalDueOn: assignment.originalDueOn,
			currentDueOn: assignment.currentDueOn,
			deadlineMoves: assignment.deadlineMoves
		})
		.from(assignment)
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(isInScope(to, scope));
}
