const NUMBERS = new Intl.NumberFormat('en-GB');

/** '1,204' */
export function formatNumber(number: number): string {
	// Most counts have no comma, and a page may have hundreds.
	return Number.isInteger(number) && number >= 0 && number < 1000
		? String(number)
		: NUMBERS.format(number);
}

/** '1 assignment', '0 assignments', '2 bodies'. Give `many` where it is not the noun with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
	return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** '31 of 43 confirmed' */
export function confirmedOf(confirmed: number, applicable: number): string {
	return `${formatNumber(confirmed)} of ${formatNumber(applicable)} confirmed`;
}

/** '20MB', '512KB', '14 bytes', in the style of GOV.UK. A megabyte is 1,048,576 bytes, as the limits are set. */
export function formatBytes(bytes: number): string {
	if (bytes < 1024) return plural(bytes, 'byte');
	const units = ['KB', 'MB', 'GB'];
	let size = bytes / 1024;
	while (Math.round(size) >= 1024 && units.length > 1) {
		size /= 1024;
		units.shift();
	}
	const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
	return `${formatNumber(rounded)}${units[0]}`;
}
