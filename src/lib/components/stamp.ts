import { getContext, setContext } from 'svelte';

const KEY = Symbol('stamp');

/**
 * What stands in a kept drawing where each page that is sent has a mark of its own. Nobody can guess it, so that
 * nobody can write it into a text.
 */
export const STAMP_PLACE = crypto.randomUUID();

/** @param stamp what `stampOf` gives to all that is drawn within */
export function setStamp(stamp: string): void {
	setContext(KEY, stamp);
}

/** The mark of this page as it was sent: forms on it make their submission keys of it. */
export function stampOf(): string {
	return getContext<string>(KEY);
}
