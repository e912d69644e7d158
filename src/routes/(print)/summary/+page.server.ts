import { momentOf } from '#lib/domain/clock.ts';
import { isNational } from '#lib/domain/actor.ts';
import { readSummaryQuery } from '#lib/forms/summary-query.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { readSummary } from '#lib/server/reads/summary.ts';
import { viewing } from '../../looking-back.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { app } = event.locals;
	const { url } = event;
	return drawnOnce(async () => {
		const { context, actor, asAt } = await viewing(event);
		const query = readSummaryQuery(url.searchParams, momentOf(context.clock).today);
		return {
			...(await readServiceFacts(app.db)),
			asAt,
			problems: query.problems,
			values: Object.fromEntries(url.searchParams),
			isNational: isNational(actor),
			origin: app.origin,
			summary: await readSummary(context, actor, query)
		};
	});
};
