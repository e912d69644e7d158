interface Placed {
	readonly middle: number;
	readonly height: number;
}

/**
 * Middles that do not overlap, as near to the wished ones as keeping their order allows, within bounds.
 * Answers in the order given. All in CSS pixels.
 */
export function spreadApart(items: readonly Placed[], top: number, bottom: number): number[] {
	const middles = items.map((item) => item.middle);
	const order = items.map((_, index) => index).sort((a, b) => middles[a]! - middles[b]!);
	let floor = top;
	for (const index of order) {
		const half = items[index]!.height / 2;
		middles[index] = Math.max(middles[index]!, floor + half);
		floor = middles[index]! + half;
	}
	let ceiling = bottom;
	for (const index of order.toReversed()) {
		const half = items[index]!.height / 2;
		middles[index] = Math.min(middles[index]!, ceiling - half);
		ceiling = middles[index]! - half;
	}
	return middles;
}
