import { readDashboardQuery, typedAsAt, writeDashboardQuery } from '#lib/forms/dashboard-query.ts';
import { readDashboard } from '#lib/server/reads/dashboard.ts';
import { paths, withQuery } from '#lib/wording/paths.ts';
import { redirect } from '@sveltejs/kit';
import { viewing } from '../../looking-back.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(async () => {
		const { searchParams } = event.url;
		const query = readDashboardQuery(searchParams);
		const day = typedAsAt(searchParams);
		if (day !== undefined) {
			// The form sends the day in three parts; one view has one address.
			const place = { ...writeDashboardQuery(query), 'as-at': day };
			redirect(303, withQuery(paths.dashboard(), place));
		}
		const { context, actor } = await viewing(event);
		return { query, ...(await readDashboard(context, actor, query)) };
	});
