import { addStandings, noStanding } from '#lib/domain/standing.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import type { Queryable } from '../db/open.ts';
import type { FilterChoices } from '../db/queries/filter-choices.ts';
import { readAwaited } from './awaited.ts';
import { countInScope, noCounts } from './counts.ts';
import type { DashboardScope } from './dashboard-scope.ts';
import { countStanding } from './standing.ts';

/**
 * What the charts of how things stand are drawn from: all together, by recommendation in the order of their
 * numbers, and who is waited for. Two queries beside that of `readChartFigures`, whose answer is shared.
 */
export async function readStandingFigures(
	db: Queryable,
	scope: DashboardScope,
	{ recommendations }: Pick<FilterChoices, 'recommendations'>
) {
	const counts = await countInScope(db, scope, scope);
	const standings = await countStanding(db, scope, scope);
	return {
		all: addStandings([...standings.values()]),
		awaited: await readAwaited(db, scope, scope),
		recommendations: recommendations
			.filter(({ id }) => counts.has(id))
			.map(({ id, number, title }) => {
				const { acceptance, evidence, firstDecision } = standings.get(id) ?? noStanding();
				const { freshness } = counts.get(id) ?? noCounts();
				const reference = recommendationReference(scope.inspectionCode, number);
				return { number, reference, title, acceptance, evidence, firstDecision, freshness };
			})
	};
}
