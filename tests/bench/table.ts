/** Lines of columns: the first to the left, figures to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, index) =>
		Math.max(...rows.map((row) => (row[index] ?? '').length))
	);
	return rows.map((row) => line(row, widths)).join('\n');
}

/** One line of a table whose widths are known beforehand, so that it can be shown as it grows. */
export function line(row: readonly string[], widths: readonly number[]): string {
	return row
		.map((cell, index) => {
			const width = widths[index] ?? 0;
			return index === 0 ? cell.padEnd(width) : cell.padStart(width);
		})
		.join('  ')
		.trimEnd();
}
