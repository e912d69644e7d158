import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { watchedAt } from '#lib/domain/watch.ts';
import { acting } from '../acting.ts';
import { takeBanner } from '../banner.ts';
import { navigationFor } from './navigation.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies, url }) => {
	const actor = acting(locals);
	const { isSample } = await readServiceFacts(locals.app.db);
	return {
		person: { name: actor.name },
		isSample,
		navigation: navigationFor(actor),
		banner: takeBanner(cookies),
		live: watchedAt(url.pathname, url.searchParams)
			? { since: locals.latestEntry ?? 0, readAt: locals.app.clock.now() }
			: null
	};
};
