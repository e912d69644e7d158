import { PAPER_PICTURE } from '#lib/charts/picture.ts';
import { chartModel, type ChartSource } from '#lib/charts/registry.ts';
import { readId } from '#lib/forms/fields.ts';
import { chartSvg } from '#lib/server/documents/pictures.ts';
import { readPackPaper } from '#lib/server/exchange/board-pack.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../../../acting.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import type { RequestHandler } from './$types';

/** A chart of the pack, from the figures of the pack and not from those of today. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { paper } = await orErrorPage(() => readPackPaper(locals.app, acting(locals), params.key));
	const charts = paper.blocks.filter((block) => block.kind === 'chart');
	const chart = charts[(readId(params.place) ?? 0) - 1]?.chart;
	if (!chart) error(404, 'Page not found');
	const { svg } = await chartSvg(chartModel(chart as ChartSource as never, PAPER_PICTURE));
	return new Response(svg, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
