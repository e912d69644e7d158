import type { ChartConfiguration } from 'chart.js';

/** The table beside a picture, and its CSV: the same numbers, one row for each bar or day. */
export interface ChartTable {
	/** The first column heads the rows. */
	readonly columns: readonly string[];
	readonly rows: readonly ChartRow[];
	/** What a null says on a page, where it is not a number that is still to come. */
	readonly nullWord?: string;
}

export interface ChartRow {
	readonly header: string;
	/** Where the assignments that this row counts are listed. */
	readonly href?: string;
	/** A count, or words such as a day. Null is a number that is not known yet. */
	readonly cells: readonly (number | string | null)[];
	/** Of each cell: where the assignments that it counts are listed. */
	readonly links?: readonly (string | undefined)[];
}

/** One chart, wholly described by plain data: it survives JSON, and equal models draw equal pictures. */
export interface ChartModel {
	readonly id: string;
	/** The message, in ten words or fewer: a heading outside the picture. */
	readonly title: string;
	/** What is counted and by which rule, where the title cannot say it: one or two sentences. */
	readonly rule?: string;
	/** The text alternative of the picture. */
	readonly description: string;
	readonly config: ChartConfiguration<'bar'> | ChartConfiguration<'line'>;
	readonly table: ChartTable;
	/** CSS pixels. */
	readonly width: number;
	readonly height: number;
}
