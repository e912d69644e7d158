import { readSearchQuery } from '#lib/forms/search-query.ts';
import { readSearch } from '#lib/server/reads/search.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const query = readSearchQuery(url.searchParams);
		return { query, ...(await readSearch(locals.app, acting(locals), query)) };
	});
