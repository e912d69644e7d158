import type { Actor } from '#lib/domain/actor.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { ScanningContext } from '../../reads/evidence-rows.ts';
import type { Cell, TableColumn } from '../table-file.ts';

/** Who asks for which list: the same query as the list's own page has. */
export interface ListRequest {
	readonly context: ScanningContext;
	readonly actor: Actor;
	readonly params: URLSearchParams;
	/** The day at whose end it is read; undefined for now. `context` and `actor` are of that day. */
	readonly asAt: PlainDate | undefined;
}

/** A list with every row that its pages show. */
export interface OpenList {
	/** What its file name begins with: 'OIC-assignments'. */
	readonly name: string;
	readonly title: string;
	/** 'OFFICIAL', where nothing is said. */
	readonly marking?: string;
	/** What narrows it, a line each. */
	readonly about: readonly string[];
	readonly columns: readonly TableColumn[];
	readonly total: number;
	readonly chunks: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** @throws Refusal as the page of the list does: what nobody may see on a page leaves in no file */
export type OpenListOf = (request: ListRequest) => Promise<OpenList>;

/** A column, and what it shows of a row. */
export interface ListColumn<Row> extends TableColumn {
	readonly of: (row: Row) => Cell;
}

export async function* cellsOf<Row>(
	columns: readonly ListColumn<Row>[],
	chunks: AsyncIterable<readonly Row[]>
): AsyncGenerator<Cell[][]> {
	for await (const rows of chunks) yield rows.map((row) => columns.map(({ of }) => of(row)));
}

/** For a list that is read whole. */
export async function* atOnce<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
	if (rows.length > 0) yield rows;
}

/** For a list that is read as its pages are; on a snapshot they fit together. */
export async function* pageByPage<Row>(
	first: { readonly rows: readonly Row[]; readonly pages: number },
	read: (page: number) => Promise<{ readonly rows: readonly Row[] }>
): AsyncGenerator<readonly Row[]> {
	if (first.rows.length > 0) yield first.rows;
	for (let page = 2; page <= first.pages; page += 1) yield (await read(page)).rows;
}

/** A list that nobody's page splits up. */
export function wholeList<Row>(
	list: Omit<OpenList, 'columns' | 'total' | 'chunks'>,
	columns: readonly ListColumn<Row>[],
	rows: readonly Row[]
): OpenList {
	return { ...list, columns, total: rows.length, chunks: cellsOf(columns, atOnce(rows)) };
}

/** A column of text. @param width in characters */
export function text<Row>(
	name: string,
	label: string,
	width: number,
	of: (row: Row) => string | null | undefined
): ListColumn<Row> {
	return { name, label, kind: 'text', width, of: (row) => of(row) ?? null };
}

/** A column of days, 'YYYY-MM-DD'. */
export function day<Row>(
	name: string,
	label: string,
	of: (row: Row) => string | null | undefined
): ListColumn<Row> {
	return { name, label, kind: 'day', of: (row) => of(row) ?? null };
}

export function number<Row>(
	name: string,
	label: string,
	of: (row: Row) => number | null | undefined
): ListColumn<Row> {
	return { name, label, kind: 'number', of: (row) => of(row) ?? null };
}
