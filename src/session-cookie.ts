import type { Cookies } from '@sveltejs/kit';

// No Max-Age: the cookie ends with the browser, and the session by its own clock. A cookie whose session is
// over stays until somebody signs in, because it says whose text a late form brings.

export function readSessionCookie(cookies: Cookies, origin: string): string | undefined {
	return cookies.get(cookieName(origin));
}

export function setSessionCookie(cookies: Cookies, origin: string, token: string): void {
	cookies.set(cookieName(origin), token, attributes(origin));
}

export function clearSessionCookie(cookies: Cookies, origin: string): void {
	cookies.delete(cookieName(origin), attributes(origin));
}

/** The prefix makes browsers refuse the cookie from other hosts of the domain and over plain HTTP. */
function cookieName(origin: string): string {
	return isSecure(origin) ? '__Host-session' : 'session';
}

function attributes(origin: string) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(origin) } as const;
}

function isSecure(origin: string): boolean {
	return origin.startsWith('https:');
}
