import type { Rollup } from '#lib/domain/rollup.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';

/*
 * What a chart says, as its heading: ten words or fewer, counts and never percentages. Headline numbers
 * count what the inspectorate has confirmed; what is only claimed stands beside them.
 */

export function statusMessage(
	rollup: Pick<Rollup, 'total' | 'applicable' | 'confirmed' | 'claimed'>
): string {
	const { total, applicable, confirmed, claimed } = rollup;
	if (total === 0) return 'No assignments yet';
	if (applicable === 0) return 'No assignments count towards the total';
	if (confirmed === applicable) {
		if (applicable === 1) return 'The one assignment is confirmed';
		return `All ${formatNumber(applicable)} assignments are confirmed`;
	}
	const head =
		confirmed === 0
			? `None of ${plural(applicable, 'assignment')} confirmed yet`
			: `${formatNumber(confirmed)} of ${plural(applicable, 'assignment')} confirmed`;
	return claimed === 0 ? head : `${head}; ${formatNumber(claimed)} reported complete`;
}

/** Of the assignments that are open. */
export function timelinessMessage(counts: Readonly<Record<Timeliness, number>>): string {
	const open = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (open === 0) return 'No open assignments';
	if (counts['no-date'] === open) return `No deadline set for ${plural(open, 'open assignment')}`;
	const soon = counts['due-soon'];
	const tail = soon === 0 ? '' : `; ${formatNumber(soon)} due soon`;
	if (counts.overdue === 0) return `No open assignments overdue${tail}`;
	return `${formatNumber(counts.overdue)} of ${plural(open, 'open assignment')} overdue${tail}`;
}

/** Counts up to one day, written out by the caller ('3 June 2026'). */
export function burnUpMessage(
	{ confirmed, due }: { readonly confirmed: number; readonly due: number },
	day: string
): string {
	if (due === 0 && confirmed === 0) return `Nothing due or confirmed by ${day}`;
	const some = confirmed === 0 ? 'none' : formatNumber(confirmed);
	if (due === 0) return `${some} confirmed by ${day}; none due yet`;
	return `${formatNumber(due)} due by ${day}; ${some} confirmed`;
}
