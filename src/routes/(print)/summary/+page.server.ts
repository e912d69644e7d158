import { momentOf } from '#lib/domain/clock.ts';
import { isNational } from '#lib/domain/actor.ts';
import { readSummaryQuery } from '#lib/forms/summary-query.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { readSummary } from '#lib/server/reads/summary.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { app } = locals;
	const actor = acting(locals);
	const query = readSummaryQuery(url.searchParams, momentOf(app.clock).today);
	return drawnOnce(async () => ({
		...(await readServiceFacts(app.db)),
		problems: query.problems,
		values: Object.fromEntries(url.searchParams),
		isNational: isNational(actor),
		origin: app.origin,
		summary: await readSummary(app, actor, query)
	}));
};
