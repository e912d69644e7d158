import { isNational } from '#lib/domain/actor.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Queryable } from '../db/open.ts';
import type { FilterChoices } from '../db/queries/filter-choices.ts';
import { countInScope, noCounts, sumCounts } from './counts.ts';
import type { DashboardScope } from './dashboard-scope.ts';

/**
 * How what a dashboard is about stands: all together, and by recommendation in the order of their numbers.
 * One query. The picture of a chart is drawn from the same numbers as the page that it stands on.
 */
export async function readChartFigures(
	db: Queryable,
	scope: DashboardScope,
	{ recommendations }: Pick<FilterChoices, 'recommendations'>
) {
	const byId = await countInScope(db, scope, scope);
	const isWhole = isNational(scope) && isUnfiltered(scope);
	return {
		counts: sumCounts([...byId.values()]),
		recommendations: recommendations
			// One that has nothing in a part of the register is not part of it; in the whole it shows as empty.
			.filter(({ id }) => isWhole || byId.has(id))
			.map(({ id, number, title }) => ({
				number,
				reference: recommendationReference(scope.inspectionCode, number),
				title,
				counts: (byId.get(id) ?? noCounts()).statuses
			}))
	};
}

function isUnfiltered({ filter }: DashboardScope): boolean {
	return Object.values(filter).every((values) => values.length === 0);
}
