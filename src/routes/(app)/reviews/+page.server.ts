import { randomUUID } from 'node:crypto';
import { readQueueQuery } from '#lib/forms/queue-query.ts';
import { readExemptionQueue } from '#lib/server/reads/exemption-queue.ts';
import { readExtensionQueue } from '#lib/server/reads/extension-queue.ts';
import { readReviewQueue } from '#lib/server/reads/review-queue.ts';
import { acting } from '../../acting.ts';
import { drawnOnce } from '../../sealed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	drawnOnce(async () => {
		const query = readQueueQuery(url.searchParams);
		const queue = await readReviewQueue(locals.app, acting(locals), query);
		return {
			query,
			queue: {
				...queue,
				// Each row has a form of its own, to take the claim.
				claims: queue.claims.map((claim) => ({ ...claim, submissionKey: randomUUID() }))
			},
			extensions: await readExtensionQueue(locals.app, acting(locals)),
			exemptions: await readExemptionQueue(locals.app, acting(locals))
		};
	});
