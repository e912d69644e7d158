import { Refusal } from './refusal.ts';

/** The pages whose filter can be kept under a name. */
export const VIEW_PAGES = ['dashboard', 'assignments', 'matrix', 'reviews'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** Characters. */
export const VIEW_NAME_MAX = 60;
/** Characters of the query that a view opens: an address that every browser takes. */
export const VIEW_QUERY_MAX = 3000;
/** Views that one person keeps at a time. */
export const VIEWS_MAX = 50;

interface NamedView {
	readonly key: string;
	readonly page: ViewPage;
	readonly name: string;
}

/**
 * A name tells the views of one page apart, for the eye: capitals make no other name.
 * @param own all that the person keeps
 * @param except the view that gets the name
 * @throws Refusal 'view-name-taken'
 */
export function mustBeNewName(
	own: readonly NamedView[],
	{ page, name }: Omit<NamedView, 'key'>,
	except?: string
): void {
	const same = (other: NamedView) =>
		other.key !== except && other.page === page && other.name.toLowerCase() === name.toLowerCase();
	if (own.some(same)) throw new Refusal('view-name-taken', { field: 'name' });
}

/** @throws Refusal 'too-many-views' */
export function mustHaveRoom(own: readonly unknown[]): void {
	if (own.length >= VIEWS_MAX) {
		throw new Refusal('too-many-views', { field: 'name', facts: { max: VIEWS_MAX } });
	}
}
