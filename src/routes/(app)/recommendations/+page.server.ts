import { readRecommendations } from '#lib/server/reads/recommendations.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return orErrorPage(() => readRecommendations(locals.app, acting(locals), inspection));
};
