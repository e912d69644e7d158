import { readSection55Of } from '#lib/server/reads/section55.ts';
import { acting } from '../../../acting.ts';
import { orErrorPage } from '../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return orErrorPage(() => readSection55Of(locals.app, acting(locals), params.code, inspection));
};
