import { readAssignment } from '#lib/server/reads/assignment.ts';
import { acting } from '../../../../acting.ts';
import { orErrorPage } from '../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const wholeHistory = url.searchParams.get('history') === 'all';
	const name = { reference: params.ref, organisation: params.org };
	return {
		assignment: await orErrorPage(() =>
			readAssignment(locals.app, acting(locals), name, { wholeHistory })
		)
	};
};
