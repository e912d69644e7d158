import { readAssignment } from '#lib/server/reads/assignment.ts';
import { acting } from '../../../../acting.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const wholeHistory = url.searchParams.get('history') === 'all';
	const name = { reference: params.ref, organisation: params.org };
	return drawnOnce(() => readAssignment(locals.app, acting(locals), name, { wholeHistory }));
};
