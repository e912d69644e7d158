/** Lines of columns: the first column to the left, figures to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, index) =>
		Math.max(...rows.map((row) => (row[index] ?? '').length))
	);
	return rows
		.map((row) =>
			row
				.map((cell, index) =>
					index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)
				)
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
