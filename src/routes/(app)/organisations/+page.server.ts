import { readOrganisations } from '#lib/server/reads/organisations.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return drawnOnce(() => readOrganisations(locals.app, acting(locals), inspection));
};
