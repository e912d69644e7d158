import { readPlanQuery } from '#lib/forms/plan-query.ts';
import { readOrganisationPlan } from '#lib/server/reads/organisation-plan.ts';
import { acting } from '../../../../acting.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	drawnOnce(async () => {
		const query = readPlanQuery(url.searchParams);
		const { filter, page } = query;
		const actor = acting(locals);
		return {
			query,
			...(await readOrganisationPlan(locals.app, actor, params.code, filter, page))
		};
	});
