import { momentOf } from '#lib/domain/clock.ts';
import { readComparisonQuery } from '#lib/forms/comparison-query.ts';
import { changesCsv } from '#lib/server/exchange/changes-csv.ts';
import { readAllChanged } from '#lib/server/reads/comparison.ts';
import { registerBegan } from '#lib/server/reads/looking-back.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { RequestHandler } from './$types';

/** What changed between the ends of two days, a line for each change. */
export const GET: RequestHandler = ({ locals, url }) =>
	orErrorPage(async () => {
		const { app } = locals;
		const began = await registerBegan(app.db.read);
		const query = readComparisonQuery(url.searchParams, began, momentOf(app.clock).today);
		const [problem] = query.problems;
		if (problem) error(404, problem.message);
		const { inspection, rows } = await readAllChanged(app, acting(locals), query);
		const name = `${inspection.code}-changes-${query.from}-to-${query.to}.csv`;
		return new Response(changesCsv(rows), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${name}"`,
				'cache-control': 'private, no-cache'
			}
		});
	});
