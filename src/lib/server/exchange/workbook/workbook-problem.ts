/** One thing to mend in a workbook: which sheet and cell, and why. */
export interface WorkbookProblem {
	readonly file: string;
	/** Null where the whole file is meant. */
	readonly sheet: string | null;
	/** 'H7'; null where the whole sheet is meant. */
	readonly cell: string | null;
	/** One sentence without its full stop. */
	readonly reason: string;
}

/** 'kent.xlsx, Assignments, H7: It has to be a day' */
export function workbookProblemLine({ file, sheet, cell, reason }: WorkbookProblem): string {
	return `${[file, sheet, cell].filter((part) => part !== null).join(', ')}: ${reason}`;
}

/** A sheet as it was read: text cells as text, real dates as 'YYYY-MM-DD', numbers as text. */
export interface ReadSheet {
	readonly name: string;
	/** From the first row on; a row that is empty is an empty list. */
	readonly rows: readonly (readonly string[])[];
	/** Cells that hold a formula, such as 'H7'. */
	readonly formulas: readonly string[];
	/** Ranges that are merged, such as 'A3:B3'. */
	readonly merged: readonly string[];
	/** There are more rows than were read. */
	readonly isCut: boolean;
}

export type SheetsReading =
	| { readonly ok: true; readonly sheets: readonly ReadSheet[] }
	| { readonly ok: false; readonly reason: string };
