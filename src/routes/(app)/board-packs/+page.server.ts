import { readPage } from '#lib/forms/assignment-filter.ts';
import { listBoardPacks } from '#lib/server/reads/board-packs.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	list: await orErrorPage(() =>
		listBoardPacks(locals.app, acting(locals), readPage(url.searchParams))
	)
});
