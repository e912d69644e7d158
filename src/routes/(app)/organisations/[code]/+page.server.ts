import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readOrganisation } from '#lib/server/reads/organisation.ts';
import { viewing } from '../../../looking-back.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(event.url.searchParams);
		const { inspection, filter } = query;
		const { context, actor } = await viewing(event);
		const { code } = event.params;
		return {
			query,
			...(await readOrganisation(context, actor, code, inspection, filter, query))
		};
	});
