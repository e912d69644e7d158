type Cell = string | number | null;

/**
 * One table as CSV (RFC 4180): UTF-8, CRLF, quoted where need be. Text that a spreadsheet would take for a
 * formula begins with an apostrophe, so that opening a file never runs what somebody typed into a title.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
	return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
