import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { takeBanner } from '../banner.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const { isSample } = await readServiceFacts(locals.app.db);
	return { isSample, banner: takeBanner(cookies) };
};
