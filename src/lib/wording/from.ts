import { safeNext } from './safe-next.ts';

/**
 * The list that somebody came from, with its filters, as an address names it in `from`. Nothing where it
 * names none of this service.
 */
export function listFrom(text: unknown): string | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	const path = safeNext(text);
	return path === '/' && text !== '/' ? undefined : path;
}

/** The address of a page that remembers the list it was opened from. */
export function withFrom(path: string, from: string | undefined): string {
	if (from === undefined) return path;
	return `${path}${path.includes('?') ? '&' : '?'}from=${encodeURIComponent(from)}`;
}
