import type { ViewPage } from '#lib/domain/saved-view.ts';
import { paths } from './paths.ts';

/** What each page is called, and where it is. */
export const VIEW_PAGE_WORDS: Readonly<Record<ViewPage, string>> = {
	dashboard: 'Dashboard',
	assignments: 'Assignments',
	matrix: 'Matrix',
	reviews: 'Reviews'
};

/** @param query of the view, without its question mark */
export function viewHref(page: ViewPage, query: string): string {
	const path = VIEW_PATHS[page];
	return query === '' ? path : `${path}?${query}`;
}

const VIEW_PATHS: Readonly<Record<ViewPage, string>> = {
	dashboard: paths.dashboard(),
	assignments: paths.assignments(),
	matrix: paths.matrix(),
	reviews: paths.reviews()
};
