import { isHealthy } from '#lib/server/reads/health.ts';
import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** For whoever watches the service: 200 only while the database answers. Says nothing else. */
export const GET: RequestHandler = async ({ locals }) => {
	const isUp = await isHealthy(locals.app);
	return json({ status: isUp ? 'ok' : 'unavailable' }, { status: isUp ? 200 : 503 });
};
