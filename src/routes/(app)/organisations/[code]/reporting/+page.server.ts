import { readOrganisationReporting } from '#lib/server/reads/organisation-reporting.ts';
import { acting } from '../../../../acting.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	drawnOnce(() =>
		readOrganisationReporting(
			locals.app,
			acting(locals),
			params.code,
			url.searchParams.get('inspection') || undefined
		)
	);
