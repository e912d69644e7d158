import { readQueueQuery } from '#lib/forms/queue-query.ts';
import { readRequestQueues } from '#lib/server/reads/request-queues.ts';
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
			...(await readRequestQueues(locals.app, acting(locals)))
		};
	});
