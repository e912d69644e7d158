import { chartFileName } from '#lib/charts/file-name.ts';
import { pictureWidthOf } from '#lib/charts/picture.ts';
import { chartModel } from '#lib/charts/registry.ts';
import { chartPng } from '#lib/server/documents/pictures.ts';
import { chartBasis } from '#lib/wording/charts.ts';
import { chartSource } from '../chart-source.ts';
import type { RequestHandler } from './$types';

/** The picture of a chart for a paper or a slide: with its message and its day, twice as fine as a screen. */
export const GET: RequestHandler = async (event) => {
	const { source, about } = await chartSource(event);
	const width = pictureWidthOf(event.url.searchParams.get('width'));
	const png = await chartPng(chartModel(source, width), chartBasis(about));
	return new Response(Uint8Array.from(png), {
		headers: {
			'content-type': 'image/png',
			'content-disposition': `attachment; filename="${chartFileName(about, 'png')}"`,
			'cache-control': 'private, no-cache'
		}
	});
};
