import type { Sealed } from './sealed.ts';

/** For the page that `drawnOnce` gave it to. */
export function unseal<Content>(sealed: Sealed<Content>): Content {
	return JSON.parse(sealed) as Content;
}
