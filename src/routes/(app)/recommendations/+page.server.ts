import { readRecommendations } from '#lib/server/reads/recommendations.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return drawnOnce(() => readRecommendations(locals.app, acting(locals), inspection));
};
