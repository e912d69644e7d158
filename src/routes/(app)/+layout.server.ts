import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../acting.ts';
import { takeBanner } from '../banner.ts';
import { navigationFor } from './navigation.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const actor = acting(locals);
	const { isSample } = await readServiceFacts(locals.app.db);
	return {
		person: { name: actor.name },
		isSample,
		navigation: navigationFor(actor),
		banner: takeBanner(cookies)
	};
};
