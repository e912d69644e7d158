import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { navigationFor } from '../(app)/navigation.ts';
import type { PageServerLoad } from './$types';

/** Open to everybody; whoever is signed in keeps their menu. */
export const load: PageServerLoad = async ({ locals }) => ({
	...(await readServiceFacts(locals.app.db)),
	personName: locals.actor?.name,
	navigation: locals.actor ? navigationFor(locals.actor) : []
});
