import { readPage } from '#lib/forms/assignment-filter.ts';
import { readId } from '#lib/forms/fields.ts';
import { readUpdates } from '#lib/server/reads/updates.ts';
import { acting } from '../../../../../acting.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { drawnOnce } from '../../../../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	drawnOnce(() => {
		const { searchParams } = event.url;
		return readUpdates(event.locals.app, acting(event.locals), nameOf(event), {
			page: readPage(searchParams),
			update: readId(searchParams.get('update')) ?? undefined
		});
	});
