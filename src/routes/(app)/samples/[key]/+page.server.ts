import { readSample } from '#lib/server/reads/sample.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	sample: await orErrorPage(() => readSample(locals.app, acting(locals), params.key))
});
