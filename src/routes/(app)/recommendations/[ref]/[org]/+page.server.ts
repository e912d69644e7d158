import { readAssignment } from '#lib/server/reads/assignment.ts';
import { viewing } from '../../../../looking-back.ts';
import { drawnOnce } from '../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { params, url } = event;
	const wholeHistory = url.searchParams.get('history') === 'all';
	const name = { reference: params.ref, organisation: params.org };
	return drawnOnce(async () => {
		const { context, actor, asAt } = await viewing(event);
		return { asAt, ...(await readAssignment(context, actor, name, { wholeHistory })) };
	});
};
