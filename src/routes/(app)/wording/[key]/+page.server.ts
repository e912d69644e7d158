import { readWordingLoad } from '#lib/server/reads/wording-loads.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	drawnOnce(() => readWordingLoad(locals.app, acting(locals), params.key));
