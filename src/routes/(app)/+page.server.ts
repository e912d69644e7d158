import { readHome } from '#lib/server/reads/home.ts';
import { acting } from '../acting.ts';
import { drawnOnce } from '../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(() =>
		readHome(locals.app, acting(locals), url.searchParams.get('inspection') || undefined)
	);
