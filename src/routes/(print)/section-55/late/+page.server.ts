import { readSection55 } from '#lib/server/reads/section55.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const code = url.searchParams.get('inspection') || undefined;
	return {
		...(await readServiceFacts(locals.app.db)),
		...(await orErrorPage(() => readSection55(locals.app, acting(locals), code)))
	};
};
