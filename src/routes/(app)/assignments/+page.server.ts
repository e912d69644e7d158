import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readAssignments } from '#lib/server/reads/assignments.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(url.searchParams);
		const { inspection, filter } = query;
		const actor = acting(locals);
		return { query, ...(await readAssignments(locals.app, actor, inspection, filter, query)) };
	});
