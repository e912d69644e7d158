import { can } from '#lib/domain/policy.ts';
import { readRecommendations } from '#lib/server/reads/recommendations.ts';
import { viewing } from '../../looking-back.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const inspection = event.url.searchParams.get('inspection') || undefined;
	return drawnOnce(async () => {
		const { context, actor, asAt } = await viewing(event);
		const maySet = asAt === undefined && can(actor, 'set-inspection');
		const mayLoad = asAt === undefined && can(actor, 'load-wording');
		return { asAt, maySet, mayLoad, ...(await readRecommendations(context, actor, inspection)) };
	});
};
