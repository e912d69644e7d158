import { chartFileName } from '#lib/charts/file-name.ts';
import { pictureWidthOf } from '#lib/charts/picture.ts';
import { chartModel } from '#lib/charts/registry.ts';
import { chartSvg } from '#lib/server/documents/pictures.ts';
import { chartSource } from '../chart-source.ts';
import type { RequestHandler } from './$types';

/** The picture of a chart, drawn on the server: for pages without script, and for paper. */
export const GET: RequestHandler = async (event) => {
	const { source, about } = await chartSource(event);
	const width = pictureWidthOf(event.url.searchParams.get('width'));
	const { svg, etag } = await chartSvg(chartModel(source, width));
	// Kept by the browser, but asked about each time: the figures change, and who may see them.
	const headers = { 'cache-control': 'private, no-cache', etag };
	if (event.request.headers.get('if-none-match') === etag) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(svg, {
		headers: {
			...headers,
			'content-type': 'image/svg+xml; charset=utf-8',
			// Shown where it is asked for as a picture; the name is for whoever keeps it.
			'content-disposition': `inline; filename="${chartFileName(about, 'svg')}"`
		}
	});
};
