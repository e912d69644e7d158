import { orErrorPage } from './form-action.ts';

/**
 * What a page without script of its own is drawn from, as one text. SvelteKit writes all data of a page down
 * for a browser that would draw it again, and then leaves it out of such a page: for a list of fifty that
 * took as long as drawing it.
 */
export type Sealed<Content> = string & { readonly content?: Content };

/** For the load of such a page: what `read` gives, which is plain values, or the error page of its refusal. */
export function drawnOnce<Content>(
	read: () => Promise<Content>
): Promise<{ sealed: Sealed<Content> }> {
	return orErrorPage(async () => ({ sealed: JSON.stringify(await read()) as Sealed<Content> }));
}
