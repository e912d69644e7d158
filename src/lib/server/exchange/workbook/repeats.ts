/** More than anybody fills in by hand: a row or a cell that is filled is repeated no further. */
const REPEATS_MAX = 1000;

/**
 * Whether an OpenDocument sheet says of something filled that it stands there thousands of times: a few bytes that
 * fill the memory of whoever reads them. What is empty may be repeated to the end of the sheet, as programs write it.
 */
export function hasHugeRepeats(content: string): boolean {
	for (const [, attributes = ''] of content.matchAll(/<table:(?:covered-)?table-cell\b([^>]*)>/g)) {
		const isEmpty = attributes.endsWith('/') && !attributes.includes('office:');
		if (!isEmpty && repeatsOf(attributes, 'columns') > REPEATS_MAX) return true;
	}
	for (const row of content.matchAll(/<table:table-row\b([^>]*[^>/])>/g)) {
		if (repeatsOf(row[1] ?? '', 'rows') <= REPEATS_MAX) continue;
		const start = row.index + row[0].length;
		const end = content.indexOf('</table:table-row>', start);
		const cells = content.slice(start, end === -1 ? undefined : end);
		if (/office:|<text:p/.test(cells)) return true;
	}
	return false;
}

function repeatsOf(attributes: string, of: 'rows' | 'columns'): number {
	const [, number] =
		new RegExp(`number-${of}-repeated\\s*=\\s*["']\\s*(\\d+)`).exec(attributes) ?? [];
	return Number(number ?? 1);
}
