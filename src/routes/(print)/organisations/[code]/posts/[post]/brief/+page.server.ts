import { readPostBrief } from '#lib/server/reads/post-brief.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { acting } from '../../../../../../acting.ts';
import { orErrorPage } from '../../../../../../form-action.ts';
import { postNameOf } from '../../../../../../post-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	...(await readServiceFacts(locals.app.db)),
	origin: locals.app.origin,
	brief: await orErrorPage(() => readPostBrief(locals.app, acting(locals), postNameOf({ params })))
});
