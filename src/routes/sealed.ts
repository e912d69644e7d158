import { randomUUID } from 'node:crypto';
import { orErrorPage } from './form-action.ts';

/**
 * What a large page is drawn from, as one text. SvelteKit writes all data of a page down value by value for
 * the browser, which took as long as drawing it, even where the page has no script and it is thrown away.
 */
export type Sealed<Content> = string & { readonly content?: Content };

/** For the load of such a page: what `read` gives, which is plain values, or the error page of its refusal. */
export function drawnOnce<Content>(
	read: () => Promise<Content>
): Promise<{ sealed: Sealed<Content> }> {
	return orErrorPage(async () => ({ sealed: JSON.stringify(await read()) as Sealed<Content> }));
}

/** The same for a page with forms of its own: each time it is sent it has a mark that no other has. */
export async function drawnOnceStamped<Content>(
	read: () => Promise<Content>
): Promise<{ sealed: Sealed<Content>; stamp: string }> {
	return { ...(await drawnOnce(read)), stamp: randomUUID() };
}
