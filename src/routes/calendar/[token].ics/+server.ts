import { Refusal } from '#lib/domain/refusal.ts';
import { countRequest } from '#lib/server/auth/request-rate.ts';
import { claimAttempt } from '#lib/server/auth/throttle.ts';
import { authenticateToken } from '#lib/server/auth/tokens.ts';
import { calendarFeed } from '#lib/server/exchange/calendar-feed.ts';
import { readCalendar } from '#lib/server/reads/calendar.ts';
import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Calendars send no header of ours, so the address itself is the secret: it is in no log and on no page. */
export const GET: RequestHandler = async ({ locals: { app }, params, getClientAddress }) => {
	const holder = await authenticateToken(app, params.token, 'calendar');
	if (!holder) {
		const attempt = { door: 'token' as const, address: getClientAddress() };
		try {
			await app.db.write((tx) => claimAttempt(tx, attempt, app.clock.now()));
		} catch (thrown) {
			if (!(thrown instanceof Refusal)) throw thrown;
			return wait(Number(thrown.facts['retryAfterSeconds']));
		}
		return text('There is no such calendar.\n', { status: 404 });
	}
	const most = app.config.tokenRequestsPerMinute;
	const seconds = countRequest(app.db, holder.tokenId, app.clock.now(), most);
	if (seconds !== null) return wait(seconds);
	const days = await readCalendar(app, holder.actor);
	const { host, origin: home } = new URL(app.origin);
	return new Response(calendarFeed(days, { host, home, now: app.clock.now() }), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="deadlines.ics"',
			'cache-control': 'private, no-cache',
			'referrer-policy': 'no-referrer'
		}
	});
};

function wait(seconds: number): Response {
	return text('Ask again later.\n', { status: 429, headers: { 'retry-after': String(seconds) } });
}
