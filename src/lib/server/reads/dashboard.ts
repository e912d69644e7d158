import type { Actor } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import { rollUp } from '#lib/domain/rollup.ts';
import type { Context } from '../db/context.ts';
import { readChartFigures } from './chart-figures.ts';
import { readDashboardScope } from './dashboard-scope.ts';
import { readStandingFigures } from './standing-figures.ts';
import { readHistoryFigures } from './history-figures.ts';

/**
 * How the part of one inspection stands that the filter describes and the actor may see. Pass the context of
 * `viewing(event)`, so that it is of the day that the address names.
 * @throws Refusal 'not-found' for an inspection that there is not
 */
export async function readDashboard(
	context: Context,
	actor: Pick<Actor, 'roles'>,
	query: { readonly inspection: string | undefined; readonly filter: AssignmentFilter }
) {
	const { scope, choices, ...about } = await readDashboardScope(context, actor, query);
	const { read } = context.db;
	const { counts, recommendations } = await readChartFigures(read, scope, choices);
	const history = await readHistoryFigures(read, scope, choices);
	return {
		...about,
		choices,
		today: scope.today,
		/** Nothing at all: there is nothing to draw. */
		isEmpty: rollUp(counts.statuses).total === 0,
		counts,
		recommendations,
		standing: await readStandingFigures(read, scope, choices),
		history
	};
}
