import { rollUp, type StatusCounts } from '#lib/domain/rollup.ts';
import type { Timeliness } from '#lib/domain/timeliness.ts';
import { formatNumber, plural } from './counts.ts';

/** The counts that a headline is made of. `claimed`, `overdue` and `noDate` are all part of `open`. */
export interface HeadlineFacts {
	/** Allocated and not closed otherwise: the denominator. */
	readonly applicable: number;
	readonly confirmed: number;
	/** Applicable and not confirmed. */
	readonly open: number;
	/** Reported complete, waiting for a decision. */
	readonly claimed: number;
	/** Past the current deadline. */
	readonly overdue: number;
	/** Past the deadline, or past the original one that was moved. */
	readonly wouldBeOverdue: number;
	/** Open without a deadline. */
	readonly noDate: number;
	/** Not applicable, not accepted or no further action: outside the denominator. */
	readonly closedOtherwise: number;
}

/** What counting answers with, as far as a headline needs it. */
export interface HeadlineCounts {
	readonly statuses: StatusCounts;
	/** Of the open ones. */
	readonly timeliness: Readonly<Record<Timeliness, number>>;
	readonly wouldBeOverdue: number;
}

export function headlineFacts({
	statuses,
	timeliness,
	wouldBeOverdue
}: HeadlineCounts): HeadlineFacts {
	const { applicable, confirmed, open, claimed, closedOtherwise } = rollUp(statuses);
	return {
		...{ applicable, confirmed, open, claimed, closedOtherwise, wouldBeOverdue },
		overdue: timeliness.overdue,
		noDate: timeliness['no-date']
	};
}

/** One sentence of counts, for the dashboard and the summary. Confirmed first; nothing is averaged. */
export function headlineSentence(facts: HeadlineFacts): string {
	return `${progress(facts)}${outside(facts)}.`;
}

function progress(facts: HeadlineFacts): string {
	if (facts.applicable === 0) return 'No assignments count towards the total';
	if (facts.applicable === 1 && facts.open === 0) return 'The one assignment is confirmed';
	const assignments = plural(facts.applicable, 'assignment');
	if (facts.open === 0) return `All ${assignments} are confirmed`;
	const are = facts.confirmed === 1 || facts.applicable === 1 ? 'is' : 'are';
	const confirmed = `${formatNumber(facts.confirmed)} of ${assignments} ${are} confirmed`;
	return `${confirmed}; ${some(facts.open)} open, of which ${openParts(facts)}`;
}

function openParts(facts: HeadlineFacts): string {
	const claimed = `${some(facts.claimed)} reported complete and waiting for a decision`;
	const byOriginal =
		facts.wouldBeOverdue === facts.overdue
			? ''
			: ` (${formatNumber(facts.wouldBeOverdue)} if no deadline had been moved)`;
	const overdue = `${some(facts.overdue)} overdue${byOriginal}`;
	const noDate = `${formatNumber(facts.noDate)} ${facts.noDate === 1 ? 'has' : 'have'} no deadline set`;
	return `${claimed}, ${overdue} and ${noDate}`;
}

function outside(facts: HeadlineFacts): string {
	if (facts.closedOtherwise === 0) return '';
	const are = facts.closedOtherwise === 1 ? 'is' : 'are';
	return `; ${formatNumber(facts.closedOtherwise)} more ${are} closed otherwise and not counted`;
}

function some(count: number): string {
	return `${formatNumber(count)} ${count === 1 ? 'is' : 'are'}`;
}
