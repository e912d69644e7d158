/** The fewest and the most days of a span, both included; null for no end. */
export type DaySpan = readonly [from: number, to: number | null];

/** The name of the span that a number of days falls into; null where none has it. */
export function spanOf<Name extends string>(
	days: number,
	spans: Readonly<Record<Name, DaySpan>>
): Name | null {
	for (const name of Object.keys(spans) as Name[]) {
		const [from, to] = spans[name];
		if (days >= from && (to === null || days <= to)) return name;
	}
	return null;
}
