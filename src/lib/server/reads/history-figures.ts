import type { RolesHeld } from '#lib/domain/actor.ts';
import { burnUp, confirmationGap, type ProgressStep } from '#lib/domain/burn-up.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { slippageOverall } from '#lib/domain/slippage-overall.ts';
import { and, eq } from 'drizzle-orm';
import { isInScope, isOneOfThese, type FilterScope } from '../db/queries/assignment-filter.ts';
import { listFlows, type FlowDay } from '../db/queries/daily-flow.ts';
import type { FilterChoices } from '../db/queries/filter-choices.ts';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { rememberParts } from '../db/remember-parts.ts';
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
	const byId = await partsOf(db, to, scope);
	const parts = [...byId.values()];
	const flows = flowsByDay(parts.flatMap((part) => part.flows));
	const dated = parts.flatMap((part) => part.dated);
	return {
		progress: burnUp(flows, dated, scope.today),
		gap: confirmationGap(flows, scope.today),
		byBody: countByBody(dated),
		byId: new Map(
			[...byId].map(([id, { slippage, forecast }]) => [id, { slippage, forecast }] as const)
		)
	};
});

/** By recommendation: most of what is told follows from what is remembered of each. */
const partsOf = rememberParts(async (db, only, to: RolesHeld, scope: FilterScope) => {
	const flows = await listFlows(db, to, scope, only);
	const dated = await listDated(db, to, scope, only);
	const flowsById = Map.groupBy(flows, ({ recommendationId }) => recommendationId);
	const datedById = Map.groupBy(dated, ({ recommendationId }) => recommendationId);
	return new Map(
		[...datedById].map(([id, own]) => {
			const its = flowsById.get(id) ?? [];
			const told = { slippage: slippageOverall(own), forecast: forecastFrom(its, scope.today) };
			return [id, { flows: its, dated: own, ...told }];
		})
	);
});

/** A day of all recommendations in place of a day of each. */
function flowsByDay(flows: readonly FlowDay[]): ProgressStep[] {
	const days = new Map<PlainDate, { day: PlainDate; claimed: number; confirmed: number }>();
	for (const { day, claimed, confirmed } of flows) {
		const sum = days.get(day);
		if (!sum) days.set(day, { day, claimed, confirmed });
		else {
			sum.claimed += claimed;
			sum.confirmed += confirmed;
		}
	}
	return [...days.values()];
}

/** One row an assignment: what is told of deadlines is told from it. */
function listDated(
	db: Queryable,
	to: RolesHeld,
	scope: FilterScope,
	only: readonly number[] | null
) {
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
		.where(and(isInScope(to, scope), isOneOfThese(only)));
}
