import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readRecommendation } from '#lib/server/reads/recommendation.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(url.searchParams);
		const actor = acting(locals);
		return {
			query,
			recommendation: await readRecommendation(locals.app, actor, params.ref, query.filter, query)
		};
	});
