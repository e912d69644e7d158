import type { ChartSource } from '#lib/charts/registry.ts';
import { readChartFigures } from '#lib/server/reads/chart-figures.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';

/** The chart that an address names, of the inspection that its query names. */
export async function chartSource({
	locals,
	params,
	url
}: Pick<RequestEvent, 'locals' | 'url'> & { params: { name: string } }): Promise<{
	source: ChartSource;
	inspectionCode: string;
}> {
	acting(locals);
	const code = url.searchParams.get('inspection') || undefined;
	const figures = await orErrorPage(() => readChartFigures(locals.app, code));
	const { recommendations, timeliness, inspectionCode } = figures;
	switch (params.name) {
		case 'status-by-recommendation':
			return { source: { name: params.name, data: recommendations }, inspectionCode };
		case 'timeliness':
			return { source: { name: params.name, data: { counts: timeliness } }, inspectionCode };
		default:
			return error(404, 'There is no such chart');
	}
}
