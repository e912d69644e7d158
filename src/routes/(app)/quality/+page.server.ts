import { readPage } from '#lib/forms/assignment-filter.ts';
import { can } from '#lib/domain/policy.ts';
import { QUALITY_CHECK_NAMES } from '#lib/domain/quality.ts';
import { readQuality } from '#lib/server/reads/quality.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const query = {
			inspection: url.searchParams.get('inspection') || undefined,
			check: QUALITY_CHECK_NAMES.find((name) => name === url.searchParams.get('check')),
			page: readPage(url.searchParams)
		};
		const actor = acting(locals);
		const isReviewer = can(actor, 'read-review-queue');
		return { query, isReviewer, ...(await readQuality(locals.app, actor, query)) };
	});
