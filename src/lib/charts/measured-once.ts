/** More than the titles of a register, and few enough to forget all at once. */
const KEPT = 5000;

/**
 * A function of a text that is worked out once for each text: a chart is laid out at several widths on every
 * page that shows it, and its titles hardly ever change.
 */
export function onceForEachText<Result>(
	work: (text: string) => Result,
	kept = KEPT
): (text: string) => Result {
	const known = new Map<string, Result>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const result = work(text);
		if (known.size >= kept) known.clear();
		known.set(text, result);
		return result;
	};
}
