/** What the hooks know of a request when they decide who may go on. */
export interface Asked {
	readonly method: string;
	/** The route's id as in the folder names, e.g. '/(app)/people/[id]'; null where there is none. */
	readonly routeId: string | null;
	readonly isSignedIn: boolean;
	/** The type of what was sent, as the header says. */
	readonly contentType: string;
	/** What the client would like to get, as the header says. */
	readonly accept: string;
	/** The framework asks for a page's data, and follows redirects to pages. */
	readonly isDataRequest: boolean;
}

/**
 * - `pass`: goes on
 * - `sign-in`: a page; sign in first, then come back
 * - `keep-text`: a form that somebody filled in; they sign in and get it back
 * - `refuse`: not a page; 401
 */
export type Verdict = 'pass' | 'sign-in' | 'keep-text' | 'refuse';

/** Here nobody signs in: each answer asks for its own token, and a cookie opens nothing. */
export const TOKEN_BRANCHES = ['/api/v1/', '/calendar/'];

/** What anybody may see. Everything else needs a session: a new route is closed until it is named here. */
const OPEN_BRANCHES = ['/(door)/', ...TOKEN_BRANCHES];
const OPEN_ROUTES = ['/health', '/accessibility', '/(public)/accessibility'];

export function judge(asked: Asked): Verdict {
	const { method, routeId } = asked;
	if (asked.isSignedIn || routeId === null || isOpen(routeId)) return 'pass';
	if (method === 'GET' || method === 'HEAD') return wantsPage(asked) ? 'sign-in' : 'refuse';
	return method === 'POST' && isForm(asked.contentType) ? 'keep-text' : 'refuse';
}

/**
 * Whether a request that may change something comes from a page of this service: by its Origin, or where a
 * proxy or another name of this host changed what the origin is, by what the browser says of itself, which
 * no page can forge. SvelteKit asks only for the types of a plain form; this asks for every request.
 */
export function isFromHere(
	method: string,
	headers: { get(name: string): string | null },
	origin: string
): boolean {
	if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return true;
	return headers.get('origin') === origin || headers.get('sec-fetch-site') === 'same-origin';
}

function isOpen(routeId: string): boolean {
	return (
		OPEN_ROUTES.includes(routeId) || OPEN_BRANCHES.some((branch) => routeId.startsWith(branch))
	);
}

function wantsPage({ accept, isDataRequest }: Asked): boolean {
	return isDataRequest || accept.includes('text/html');
}

function isForm(contentType: string): boolean {
	const [type = ''] = contentType.toLowerCase().split(';', 1);
	return ['application/x-www-form-urlencoded', 'multipart/form-data'].includes(type.trim());
}
