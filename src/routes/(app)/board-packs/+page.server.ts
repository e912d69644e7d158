import { readPage } from '#lib/forms/assignment-filter.ts';
import { listBoardPacks } from '#lib/server/reads/board-packs.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(() => listBoardPacks(locals.app, acting(locals), readPage(url.searchParams)));
