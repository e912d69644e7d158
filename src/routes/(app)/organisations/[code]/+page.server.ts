import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readOrganisation } from '#lib/server/reads/organisation.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(url.searchParams);
		const { inspection, filter } = query;
		const actor = acting(locals);
		return {
			query,
			...(await readOrganisation(locals.app, actor, params.code, inspection, filter, query))
		};
	});
