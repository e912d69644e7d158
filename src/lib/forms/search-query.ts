import { LONGEST_SEARCH_TEXT, SEARCH_KINDS, type SearchKind } from '#lib/domain/search-query.ts';
import { readPage } from './assignment-filter.ts';

export interface SearchQuery {
	/** As it was typed, as far as it is read. */
	readonly text: string;
	/** Whether more was typed than is looked for. */
	readonly wasLonger: boolean;
	/** All of one kind; of each the best where there is none. */
	readonly kind: SearchKind | undefined;
	readonly inspection: string | undefined;
	readonly page: number;
}

/** Reads the address of a search: any text is one. @throws Refusal 'unknown-filter' for a page that is none */
export function readSearchQuery(params: URLSearchParams): SearchQuery {
	const typed = (params.get('q') ?? '').replace(/\s+/g, ' ').trim();
	return {
		text: typed.slice(0, LONGEST_SEARCH_TEXT),
		wasLonger: typed.length > LONGEST_SEARCH_TEXT,
		kind: SEARCH_KINDS.find((kind) => kind === params.get('kind')),
		inspection: params.get('inspection') || undefined,
		page: readPage(params)
	};
}

/** The address of a search, with one thing changed. */
export function writeSearchQuery(query: SearchQuery, change: Partial<SearchQuery> = {}) {
	const { text, kind, inspection, page } = { ...query, ...change };
	return { q: text, kind, inspection, page: page > 1 ? page : undefined };
}
