import { watchedAt } from '#lib/domain/watch.ts';
import { actingSession } from '../../acting.ts';
import type { RequestHandler } from './$types';

/** `?page=/recommendations/OIC-7/KENT&since=123`: how many changes to what the page shows there were since then. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { actor, sessionId } = actingSession(locals);
	const page = URL.parse(url.searchParams.get('page') ?? '/account', 'http://page');
	const watched = page && watchedAt(page.pathname, page.searchParams);
	const since = Number(url.searchParams.get('since') ?? NaN);
	// A browser takes anything but a stream for an answer, and does not ask again.
	if (!watched || !Number.isSafeInteger(since) || since < 0)
		return new Response('Nothing to tell.\n');
	const stream = await locals.app.changes.listen({ actor, sessionId, watched, since });
	if (!stream) return new Response('Too many pages listen.\n', { status: 503 });
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'private, no-store',
			// Proxies that gather an answer before they pass it on would keep everything back.
			'x-accel-buffering': 'no'
		}
	});
};
