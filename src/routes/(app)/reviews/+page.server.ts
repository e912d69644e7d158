import { readQueueQuery } from '#lib/forms/queue-query.ts';
import { readExemptionQueue } from '#lib/server/reads/exemption-queue.ts';
import { readExtensionQueue } from '#lib/server/reads/extension-queue.ts';
import { readReviewQueue } from '#lib/server/reads/review-queue.ts';
import { acting } from '../../acting.ts';
import { drawnOnceStamped } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnceStamped(async () => {
		const query = readQueueQuery(url.searchParams);
		return {
			query,
			queue: await readReviewQueue(locals.app, acting(locals), query),
			extensions: await readExtensionQueue(locals.app, acting(locals)),
			exemptions: await readExemptionQueue(locals.app, acting(locals))
		};
	});
