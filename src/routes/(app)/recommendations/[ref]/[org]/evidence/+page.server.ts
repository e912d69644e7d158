import { readEvidenceList } from '#lib/server/reads/evidence-list.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	const page = Math.trunc(Number(url.searchParams.get('page') ?? '1')) || 1;
	return {
		evidence: await orErrorPage(() =>
			readEvidenceList(locals.app, acting(locals), nameOf(event), { page })
		)
	};
};
