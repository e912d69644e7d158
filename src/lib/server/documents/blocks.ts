import type { Cell, PaperBlock, PaperColumn, Run } from '#lib/domain/paper.ts';
import type { Look } from '#lib/wording/look.ts';

// Pieces that papers are put together from.

export function heading(level: 2 | 3, text: string, startsPage = false): PaperBlock {
	return { kind: 'heading', level, text, ...(startsPage ? { startsPage } : {}) };
}

export function paragraph(...pieces: readonly (string | Run)[]): PaperBlock {
	return { kind: 'text', runs: cell(...pieces) };
}

export function smallPrint(...pieces: readonly (string | Run)[]): PaperBlock {
	return { kind: 'text', runs: cell(...pieces), isSmall: true };
}

export function cell(...pieces: readonly (string | Run)[]): Cell {
	return pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

export function strong(text: string): Run {
	return { text, isStrong: true };
}

export function link(text: string, href: string): Run {
	return { text, href };
}

/** An address that is printed as it is. */
export function address(href: string): Run {
	return { text: href, href };
}

export function look({ word, shape }: Pick<Look, 'word' | 'shape'>): Run {
	return { text: word, shape };
}

/** What somebody wrote: a paragraph for each line that has something in it. */
export function said(text: string): PaperBlock {
	const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
	return { kind: 'said', paragraphs };
}

/** Columns as [label, share of the width], or with a third member where they hold numbers. */
export function table(
	caption: string,
	columns: readonly (readonly [string, number, 'number'?])[],
	rows: readonly (readonly Cell[])[],
	isSmall = false
): PaperBlock {
	return {
		kind: 'table',
		caption,
		columns: columns.map(([label, share, numeric]): PaperColumn => ({
			...{ label, share },
			...(numeric ? { isNumeric: true } : {})
		})),
		rows,
		...(isSmall ? { isSmall: true } : {})
	};
}
