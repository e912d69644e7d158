import { readPage } from '#lib/forms/assignment-filter.ts';
import { readRechecks } from '#lib/server/reads/rechecks.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => readRechecks(locals.app, acting(locals), readPage(url.searchParams)));
