import { readPage } from '#lib/forms/assignment-filter.ts';
import { readExemptionQueue } from '#lib/server/reads/exemption-queue.ts';
import { readExtensionQueue } from '#lib/server/reads/extension-queue.ts';
import { readReviewQueue } from '#lib/server/reads/review-queue.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => ({
		queue: await readReviewQueue(locals.app, acting(locals), readPage(url.searchParams)),
		extensions: await readExtensionQueue(locals.app, acting(locals)),
		exemptions: await readExemptionQueue(locals.app, acting(locals))
	}));
