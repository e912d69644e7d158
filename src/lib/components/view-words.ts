import type { ViewPage } from '#lib/domain/saved-view.ts';
import { readAssignmentListQuery } from '#lib/forms/assignment-filter.ts';
import { canonicalQuery } from '#lib/forms/saved-view.ts';
import { asAtWords } from '#lib/wording/as-at.ts';
import { FILTER_TITLES, filterWord, type FilterField } from '#lib/wording/filters.ts';

/** 'Region: London. As at the end of 3 May 2026.', or that nothing is left out. */
export function viewWords(page: ViewPage, query: string): string {
	// The page may have come to read its address in another way since.
	if (canonicalQuery(page, query) === null) return 'A filter that there is no longer';
	if (page === 'reviews') return query === '' ? 'Everything' : 'Filtered';
	const { filter, asAt, inspection } = readAssignmentListQuery(new URLSearchParams(query));
	const parts = (Object.keys(filter) as FilterField[])
		.filter((field) => filter[field].length > 0)
		.map((field) => {
			const words = filter[field].map((value) => filterWord(field, value));
			return `${FILTER_TITLES[field]}: ${words.join(' or ')}`;
		});
	const all = [
		...(inspection ? [`Inspection: ${inspection}`] : []),
		...parts,
		...(asAt ? [asAtWords(asAt)] : [])
	];
	return all.length === 0 ? 'Everything' : `${all.join('. ')}.`;
}
