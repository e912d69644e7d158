import { readPage } from '#lib/forms/assignment-filter.ts';
import { readReviewQueue } from '#lib/server/reads/review-queue.ts';
import { acting } from '../../acting.ts';
import { orErrorPage } from '../../form-action.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	orErrorPage(async () => ({
		queue: await readReviewQueue(locals.app, acting(locals), readPage(url.searchParams))
	}));
