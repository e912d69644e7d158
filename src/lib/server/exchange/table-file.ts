/** What a cell holds before it is written: null is an empty cell. */
export type Cell = string | number | null;

/**
 * How the cells of a column are written. 'day': 'YYYY-MM-DD'. 'instant': epoch milliseconds, shown as the clocks
 * in London show it. Sheets get real dates and numbers for them.
 */
export type CellKind = 'text' | 'number' | 'day' | 'instant';

export interface TableColumn {
	/** Its name in JSON. */
	readonly name: string;
	/** What stands at its head. */
	readonly label: string;
	readonly kind: CellKind;
	/** In characters, where text is long or short. */
	readonly width?: number;
}

export interface FileTable {
	/** Of its sheet: 1 to 31 characters, without []:*?/\ */
	readonly name: string;
	readonly title: string;
	readonly columns: readonly TableColumn[];
	/** Known before the first row is read. */
	readonly total: number;
	/** The rows, some at a time, each with one cell for each column. Read once. */
	readonly chunks: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** A file of one or more tables, whatever its format. */
export interface TableFile {
	readonly title: string;
	/** 'OFFICIAL' */
	readonly marking: string;
	/** The instant whose state it shows. */
	readonly asAt: number;
	/** What else a reader has to know, a line each: filters, limits. */
	readonly about: readonly string[];
	readonly tables: readonly FileTable[];
}

/** One part of a package, such as a sheet; made while it is read. */
export interface PackagePart {
	readonly path: string;
	readonly content: AsyncIterable<string> | string;
	/** It stands first, and as it is: how an OpenDocument file is known. */
	readonly isStored?: boolean;
}

/** Below the title: the marking and the moment. */
export function standingLine(file: TableFile, asAt: string): string {
	return `${file.marking}. As at ${asAt}.`;
}
