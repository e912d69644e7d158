/** Words on paper: a piece of a sentence or of a cell, as text and never as markup. */
export interface Run {
	readonly text: string;
	/** A whole address; what is printed names it in full where the text does not. */
	readonly href?: string;
	readonly isStrong?: true;
	/** A shape before the word, so that a state survives grey: one of `MARK_SHAPES`' names. */
	readonly shape?: string;
}

export type Cell = readonly Run[];

export interface PaperColumn {
	readonly label: string;
	readonly isNumeric?: true;
	/** Its share of the width beside the others'. */
	readonly share: number;
}

/** What a paper is made of, in its order. Level 1 is the title of the paper itself. */
export type PaperBlock =
	| {
			readonly kind: 'heading';
			readonly level: 2 | 3;
			readonly text: string;
			readonly startsPage?: true;
	  }
	| { readonly kind: 'text'; readonly runs: Cell; readonly isSmall?: true }
	/** What somebody wrote, paragraph by paragraph, apart from what the service says. */
	| { readonly kind: 'said'; readonly paragraphs: readonly string[] }
	| { readonly kind: 'list'; readonly items: readonly Cell[] }
	| { readonly kind: 'facts'; readonly rows: readonly { name: string; runs: Cell }[] }
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly columns: readonly PaperColumn[];
			readonly rows: readonly (readonly Cell[])[];
			readonly isSmall?: true;
	  }
	| {
			readonly kind: 'chart';
			readonly title: string;
			/** In place of the picture. */
			readonly description: string;
			/** What it is drawn from: a chart of the registry, and plain data. */
			readonly chart: { readonly name: string; readonly data: unknown };
	  };

/**
 * A paper as a whole, with nothing left to look up: drawn as a page, as PDF and as a Word file. Plain data, so
 * that it can be kept, and be drawn again to the byte.
 */
export interface Paper {
	/** Of this layout. */
	readonly format: 1;
	readonly title: string;
	/** Above the title: what it is about. */
	readonly caption: string;
	/** 'OFFICIAL', on every sheet. */
	readonly marking: string;
	/** 'Data as at 4 June 2026', on every sheet. */
	readonly asAt: string;
	/** By which the paper can be verified, on every sheet; null for what was not issued. */
	readonly code: string | null;
	/** SHA-256 of what it is made of, in hex; null before that is frozen. */
	readonly hash: string | null;
	/** A word on every sheet for what is not what it looks like: 'Draft', 'Sample data'. */
	readonly notice: string | null;
	readonly author: string;
	/** Epoch milliseconds. */
	readonly madeAt: number;
	readonly blocks: readonly PaperBlock[];
}

/** Text as it is kept: the same content is the same text, whatever order its members were written in. */
export function canonicalJson(value: unknown): string {
	return JSON.stringify(value, (_key, member: unknown) =>
		isRecord(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: typeof member === 'string'
				? member.toWellFormed()
				: member
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
