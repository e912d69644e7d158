import type { Optional } from './props.ts';

export type Sort = {
	/** Where the list is sorted by this column, or the other way round if it already is. */
	href: string;
	direction?: 'ascending' | 'descending' | undefined;
};

/** One column of a table of `Row`s. A column without `text` is drawn by the table's `cell` snippet. */
export type Column<Row> = { key: string; label: string } & Optional<{
	text: (row: Row) => string | number;
	numeric: boolean;
	/** For values that must stay on one line, such as dates. */
	nowrap: boolean;
	/** Names the row: one column of a table should. */
	isRowHeader: boolean;
	/** Keep the label for assistive technology only, as over a column of links. */
	labelHidden: boolean;
	sort: Sort;
	width: 'one-quarter' | 'one-third' | 'one-half' | 'two-thirds';
}>;
