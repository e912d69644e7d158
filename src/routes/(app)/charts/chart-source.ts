import type { ChartSource } from '#lib/charts/registry.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { readChartFigures } from '#lib/server/reads/chart-figures.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { orErrorPage } from '../../form-action.ts';
import { viewing } from '../../looking-back.ts';

/** A chart with its data, and what its files are named after. */
export interface NamedChart {
	readonly source: ChartSource;
	readonly about: { readonly inspection: string; readonly chart: string; readonly day: PlainDate };
}

/** The chart that an address names, with the query of the page that it stands on. */
export async function chartSource(
	event: Pick<RequestEvent, 'locals' | 'url'> & { params: { name: string } }
): Promise<NamedChart> {
	const { context } = await viewing(event);
	const code = event.url.searchParams.get('inspection') || undefined;
	const figures = await orErrorPage(() => readChartFigures(context, code));
	const { recommendations, timeliness, inspectionCode, today } = figures;
	const { name } = event.params;
	const about = { inspection: inspectionCode, chart: name, day: today };
	switch (name) {
		case 'status-by-recommendation':
			return { source: { name, data: recommendations }, about };
		case 'timeliness':
			return { source: { name, data: { counts: timeliness } }, about };
		default:
			return error(404, 'There is no such chart');
	}
}
