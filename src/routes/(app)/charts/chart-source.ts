import { historySource } from '#lib/charts/history-source.ts';
import type { ChartSource } from '#lib/charts/registry.ts';
import { isStandingChart, standingInputs } from '#lib/charts/standing-sources.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { readDashboardQuery, writeDashboardQuery } from '#lib/forms/dashboard-query.ts';
import { readChartFigures } from '#lib/server/reads/chart-figures.ts';
import { readHistoryFigures } from '#lib/server/reads/history-figures.ts';
import { readDashboardScope } from '#lib/server/reads/dashboard-scope.ts';
import { readStandingFigures } from '#lib/server/reads/standing-figures.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { orErrorPage } from '../../form-action.ts';
import { viewing } from '../../looking-back.ts';

/** A chart with its data, and what its files are named after. */
export interface NamedChart {
	readonly source: ChartSource;
	readonly about: { readonly inspection: string; readonly chart: string; readonly day: PlainDate };
}

/**
 * The chart that an address names, of what the query of its page describes and the reader may see. The data
 * is that of the page, read in the same way.
 */
export function chartSource(
	event: Pick<RequestEvent, 'locals' | 'url'> & { params: { name: string } }
): Promise<NamedChart> {
	return orErrorPage(async () => {
		const { context, actor } = await viewing(event);
		const query = readDashboardQuery(event.url.searchParams);
		const { scope, choices } = await readDashboardScope(context, actor, query);
		const { read } = context.db;
		const { name } = event.params;
		const about = { inspection: scope.inspectionCode, chart: name, day: scope.today };
		if (isStandingChart(name)) {
			const figures = await readStandingFigures(read, scope, choices);
			const place = writeDashboardQuery({ ...query, inspection: scope.inspectionCode });
			return { source: { name, data: standingInputs(place, figures)[name] } as ChartSource, about };
		}
		switch (name) {
			case 'status-by-recommendation': {
				const { recommendations } = await readChartFigures(read, scope, choices);
				return { source: { name, data: recommendations }, about };
			}
			case 'timeliness': {
				const { counts } = await readChartFigures(read, scope, choices);
				return { source: { name, data: { counts: counts.timeliness } }, about };
			}
			case 'claimed-and-confirmed':
			case 'slippage':
			case 'status-by-region': {
				const history = await readHistoryFigures(read, scope, choices);
				return { source: historySource(name, history, scope.today), about };
			}
			default:
				return error(404, 'There is no such chart');
		}
	});
}
