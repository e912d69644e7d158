import { readPage } from '#lib/forms/assignment-filter.ts';
import { readId } from '#lib/forms/fields.ts';
import { readEvidenceList } from '#lib/server/reads/evidence-list.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { orErrorPage } from '../../../../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	return {
		evidence: await orErrorPage(() =>
			readEvidenceList(locals.app, acting(locals), nameOf(event), {
				page: readPage(url.searchParams),
				item: readId(url.searchParams.get('item')) ?? undefined
			})
		)
	};
};
