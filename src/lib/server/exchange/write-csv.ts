import { londonTime } from './london-time.ts';
import { neutralise } from './neutralise.ts';
import type { Cell, FileTable } from './table-file.ts';

/**
 * One table as CSV (RFC 4180): UTF-8, CRLF, quoted where need be. Text that a spreadsheet would take for a
 * formula begins with an apostrophe, so that opening a file never runs what somebody typed into a title.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
	return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** The mark at the start tells Excel that a file is in UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A table as it is read: the byte order mark and the head, then some rows at a time. */
export async function* csvOf({ columns, chunks }: FileTable): AsyncGenerator<string> {
	yield BYTE_ORDER_MARK + writeCsv([columns.map(({ label }) => label)]);
	const isInstant = columns.map(({ kind }) => kind === 'instant');
	const last = columns.length - 1;
	for await (const rows of chunks) {
		let text = '';
		for (const row of rows) {
			for (let index = 0; index <= last; index += 1) {
				const cell = row[index] ?? null;
				text += writeCell(isInstant[index] && typeof cell === 'number' ? londonTime(cell) : cell);
				text += index < last ? ',' : '\r\n';
			}
		}
		yield text;
	}
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = neutralise(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
