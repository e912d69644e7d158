import { readSample } from '#lib/server/reads/sample.ts';
import { acting } from '../../../acting.ts';
import { drawnOnce } from '../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	drawnOnce(() => readSample(locals.app, acting(locals), params.key));
