import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { readAssignments } from '#lib/server/reads/assignments.ts';
import { viewing } from '../../looking-back.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const query = readAssignmentListQuery(event.url.searchParams);
		const { inspection, filter } = query;
		const { context, actor } = await viewing(event);
		return { query, ...(await readAssignments(context, actor, inspection, filter, query)) };
	});
