import { readRecommendationSettings } from '#lib/server/reads/administration.ts';
import { acting } from '../../../../acting.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	drawnOnce(() => readRecommendationSettings(locals.app, acting(locals), params.ref));
