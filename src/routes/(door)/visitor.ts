import type { Visitor } from '#lib/server/services/sign-in.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** Where a request comes from, for the services that count attempts. */
export function visitorOf(event: RequestEvent): Visitor {
	return { address: event.getClientAddress(), sessionId: event.locals.sessionId };
}
