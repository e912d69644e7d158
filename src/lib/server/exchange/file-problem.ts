/** One thing to mend in a file that somebody brings. */
export interface FileProblem {
	readonly file: string;
	/** From 1. */
	readonly line: number;
	/** The column of a table or the field of a JSON file; null where the whole line is meant. */
	readonly column: string | null;
	/** One sentence without its full stop. */
	readonly reason: string;
}

/** Everything in the file, or everything that is wrong with it: never a part. */
export type FileReading<Content> =
	| { readonly ok: true; readonly content: Content }
	| { readonly ok: false; readonly problems: readonly FileProblem[] };

/** 'organisations.csv, line 4, region: There is no region “Easterm”' */
export function problemLine({ file, line, column, reason }: FileProblem): string {
	return `${file}, line ${line}${column === null ? '' : `, ${column}`}: ${reason}`;
}

export function inOrder(problems: readonly FileProblem[]): FileProblem[] {
	return problems.toSorted((a, b) => a.line - b.line);
}
