import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readRecommendation } from '#lib/server/reads/recommendation.ts';
import { viewing } from '../../../looking-back.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(event.url.searchParams);
		const { context, actor } = await viewing(event);
		const { ref } = event.params;
		return {
			query,
			recommendation: await readRecommendation(context, actor, ref, query.filter, query)
		};
	});
