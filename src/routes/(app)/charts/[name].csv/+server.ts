import { chartFileName } from '#lib/charts/file-name.ts';
import { WIDEST_PICTURE } from '#lib/charts/picture.ts';
import { chartModel } from '#lib/charts/registry.ts';
import { writeCsv } from '#lib/server/exchange/write-csv.ts';
import { chartSource } from '../chart-source.ts';
import type { RequestHandler } from './$types';

/** The figures of a chart, as its table shows them. */
export const GET: RequestHandler = async (event) => {
	const { source, about } = await chartSource(event);
	const { table } = chartModel(source, WIDEST_PICTURE);
	const rows = table.rows.map(({ header, cells }) => [header, ...cells]);
	return new Response(writeCsv([table.columns, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${chartFileName(about, 'csv')}"`,
			'cache-control': 'private, no-cache'
		}
	});
};
