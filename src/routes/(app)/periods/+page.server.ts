import { readPage } from '#lib/forms/assignment-filter.ts';
import { readReportingPeriods } from '#lib/server/reads/reporting-periods.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	const page = readPage(url.searchParams);
	return orErrorPage(() => readReportingPeriods(locals.app, acting(locals), inspection, page));
};
