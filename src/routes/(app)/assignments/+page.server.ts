import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readAssignments } from '#lib/server/reads/assignments.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(async () => {
		const query = readAssignmentListQuery(url.searchParams);
		const { inspection, filter } = query;
		const actor = acting(locals);
		return { query, ...(await readAssignments(locals.app, actor, inspection, filter, query)) };
	});
