import { isNational } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { readComparisonQuery } from '#lib/forms/comparison-query.ts';
import { readComparison } from '#lib/server/reads/comparison.ts';
import { registerBegan } from '#lib/server/reads/looking-back.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const { app } = locals;
		const actor = acting(locals);
		const began = await registerBegan(app.db.read);
		const query = readComparisonQuery(url.searchParams, began, momentOf(app.clock).today);
		const compared = await readComparison(app, actor, query);
		return { query, began, isNational: isNational(actor), ...compared };
	});
