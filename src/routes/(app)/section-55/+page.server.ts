import { readSection55 } from '#lib/server/reads/section55.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return drawnOnce(() => readSection55(locals.app, acting(locals), inspection));
};
