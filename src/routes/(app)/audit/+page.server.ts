import { readAuditQuery } from '#lib/forms/audit-query.ts';
import { readAuditTrail } from '#lib/server/reads/audit-trail.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(async () => {
		const query = readAuditQuery(url.searchParams);
		return {
			problems: query.problems,
			values: Object.fromEntries(url.searchParams),
			trail: await readAuditTrail(locals.app, acting(locals), query)
		};
	});
