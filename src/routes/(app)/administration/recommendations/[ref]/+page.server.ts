import { readRecommendationSettings } from '#lib/server/reads/administration.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	settings: await orErrorPage(() =>
		readRecommendationSettings(locals.app, acting(locals), params.ref)
	)
});
