import { readPage } from '#lib/forms/assignment-filter.ts';
import { listSamples } from '#lib/server/reads/samples.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	list: await orErrorPage(() => listSamples(locals.app, acting(locals), readPage(url.searchParams)))
});
