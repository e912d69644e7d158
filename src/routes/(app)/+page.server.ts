import { readHome } from '#lib/server/reads/home.ts';
import { acting } from '../acting.ts';
import { orErrorPage } from '../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return orErrorPage(async () => ({
		home: await readHome(locals.app, acting(locals), inspection)
	}));
};
