import { paths, withQuery, type QueryValue } from '#lib/wording/paths.ts';

/** The filter of the page that a chart stands on, as the address of a list has it. */
export type ListAddress = Readonly<Record<string, QueryValue>>;

/** Where exactly the assignments of one number are listed: the page's filter and the number's own. */
export function linkTo(list: ListAddress, own: Readonly<Record<string, QueryValue>>): string {
	return withQuery(paths.assignments(), { ...list, ...own });
}
