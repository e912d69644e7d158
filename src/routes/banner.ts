import type { Cookies } from '@sveltejs/kit';

/** What the next page says was done; the words are in `wording/banners.ts`. Never free text from a request. */
export type Banner = string;

const COOKIE = 'banner';

/** Kept in a cookie of one page's life, so that the page after the redirect can say it. */
export function showBanner(cookies: Cookies, banner: Banner): void {
	cookies.set(COOKIE, banner, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });
}

export function takeBanner(cookies: Cookies): string | undefined {
	const banner = cookies.get(COOKIE);
	if (banner !== undefined) cookies.delete(COOKIE, { path: '/' });
	return banner;
}
