/**
 * Which page numbers to show out of `last` pages: the first, the last, the current one and its
 * neighbours. `'gap'` stands for at least two numbers left out; a gap of one is shown as the number.
 */
export function pageNumbers(current: number, last: number): (number | 'gap')[] {
	const shown = [1, current - 1, current, current + 1, last].filter((n) => n >= 1 && n <= last);
	const numbers = [...new Set(shown)].sort((a, b) => a - b);
	return numbers.flatMap((n, index) => {
		const missing = n - (numbers[index - 1] ?? 0) - 1;
		if (missing === 0) return [n];
		return missing === 1 ? [n - 1, n] : ['gap' as const, n];
	});
}
