import { Refusal } from '#lib/domain/refusal.ts';
import {
	VIEW_NAME_MAX,
	VIEW_PAGES,
	VIEW_QUERY_MAX,
	type ViewPage
} from '#lib/domain/saved-view.ts';
import { withQuery, type QueryValue } from '#lib/wording/paths.ts';
import * as v from 'valibot';
import { readAssignmentListQuery, writeAssignmentListQuery } from './assignment-filter.ts';
import { readDashboardQuery, writeDashboardQuery } from './dashboard-query.ts';
import { choice, line, submissionKey } from './fields.ts';
import { readMatrixQuery, writeMatrixQuery } from './matrix-query.ts';
import { parseTyped, type Parsed, type Typed } from './parse.ts';
import { readQueueQuery, writeQueueQuery } from './queue-query.ts';

/** What each page makes of its address. A view opens the first page of a list, whichever was looked at. */
const PAGE_QUERIES: Readonly<
	Record<ViewPage, (params: URLSearchParams) => Record<string, QueryValue>>
> = {
	dashboard: (params) => writeDashboardQuery(readDashboardQuery(params)),
	assignments: (params) =>
		writeAssignmentListQuery({ ...readAssignmentListQuery(params), page: 1 }),
	matrix: (params) => writeMatrixQuery({ ...readMatrixQuery(params), page: 1 }),
	reviews: (params) => writeQueueQuery({ ...readQueueQuery(params), page: 1 })
};

/**
 * The query as its own page writes it: nothing foreign is kept, and one view has one text.
 * @returns null where the page does not read it
 */
export function canonicalQuery(page: ViewPage, query: string): string | null {
	try {
		const text = withQuery('', PAGE_QUERIES[page](new URLSearchParams(query))).slice(1);
		return text.length > VIEW_QUERY_MAX ? null : text;
	} catch (thrown) {
		if (thrown instanceof Refusal) return null;
		throw thrown;
	}
}

const NOT_A_VIEW = 'Go back to the page that you want to save and choose “Save this view” again';

const key = v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{0,40}$/, NOT_A_VIEW)), '');
const name = line('a name for this view', VIEW_NAME_MAX);
const view = {
	page: choice(VIEW_PAGES, NOT_A_VIEW),
	query: v.optional(v.string(), ''),
	/** The view that opens this from now on; a new one where it is empty. */
	replaces: key,
	submissionKey
};
const added = v.object({ ...view, name });
const replacing = v.object({ ...view, name: v.optional(v.string(), '') });
const renamed = v.object({ view: key, name, submissionKey });
const ended = v.object({ view: key, submissionKey });

export interface ViewCommand {
	readonly page: ViewPage;
	readonly query: string;
	readonly replaces: string;
	readonly name: string;
	readonly submissionKey: string;
}

export function parseView(typed: Typed): Parsed<ViewCommand> {
	const parsed = parseTyped(typed['replaces'] ? replacing : added, typed);
	if (!parsed.ok) return parsed;
	const query = canonicalQuery(parsed.command.page, parsed.command.query);
	if (query === null) return { ok: false, problems: [{ field: '', message: NOT_A_VIEW }] };
	return { ok: true, command: { ...parsed.command, query } };
}

export function parseViewName(typed: Typed) {
	return parseTyped(renamed, typed);
}

export function parseViewEnd(typed: Typed) {
	return parseTyped(ended, typed);
}
