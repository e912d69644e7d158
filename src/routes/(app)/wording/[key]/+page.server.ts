import { readWordingLoad } from '#lib/server/reads/wording-loads.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	wording: await orErrorPage(() => readWordingLoad(locals.app, acting(locals), params.key))
});
