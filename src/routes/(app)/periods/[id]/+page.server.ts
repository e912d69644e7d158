import { readPage } from '#lib/forms/assignment-filter.ts';
import { readOwedShown } from '#lib/forms/reporting.ts';
import { readReportingPeriod } from '#lib/server/reads/reporting-period.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import { periodIdOf } from '../period-id.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
	drawnOnce(async () => ({
		origin: locals.app.origin,
		...(await readReportingPeriod(
			locals.app,
			acting(locals),
			periodIdOf(params),
			readOwedShown(url.searchParams.get('shown')),
			readPage(url.searchParams)
		))
	}));
