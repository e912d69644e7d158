/** The id of the one search field of a page: in its header, or on the page of the search itself. */
export const SEARCH_FIELD = 'search-q';
