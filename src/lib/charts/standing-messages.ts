import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { ClaimAge } from '#lib/domain/claim-age.ts';
import type { DueSpan, OverdueSpan } from '#lib/domain/due-span.ts';
import type { EvidenceMix } from '#lib/domain/evidence-mix.ts';
import type { FirstDecision } from '#lib/domain/first-decision.ts';
import type { Freshness } from '#lib/domain/freshness.ts';
import { formatNumber, plural } from '#lib/wording/counts.ts';
import { wouldBeOverdueWords } from '#lib/wording/timeliness.ts';

// What the charts of how things stand say, as their headings: ten words or fewer, counts and never percentages.

type CountsOf<Word extends string> = Readonly<Record<Word, number>>;

export function sumOf(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

export function overdueMessage(now: CountsOf<OverdueSpan>, unmoved: CountsOf<OverdueSpan>): string {
	const overdue = sumOf(now);
	const would = wouldBeOverdueWords(overdue, sumOf(unmoved));
	if (overdue === 0) return would ? `None overdue; ${would}` : 'No open assignments overdue';
	if (would) return `${formatNumber(overdue)} overdue; ${would}`;
	const longest = now['over-180'];
	const head = `${plural(overdue, 'assignment')} overdue`;
	return longest === 0 ? head : `${head}, ${formatNumber(longest)} for over 180 days`;
}

export function dueMessage(counts: CountsOf<DueSpan>): string {
	const open = sumOf(counts);
	const undated = counts['no-date'];
	if (open === 0) return 'Nothing open is still to fall due';
	if (undated === open) return `No deadline set for ${plural(open, 'open assignment')}`;
	const soon = counts['up-to-30'];
	const within90 = soon + counts['31-to-60'] + counts['61-to-90'];
	const tail = undated === 0 ? '' : `; ${formatNumber(undated)} without a date`;
	if (soon > 0) return `${formatNumber(soon)} due within 30 days${tail}`;
	if (within90 > 0) return `${formatNumber(within90)} due within 90 days${tail}`;
	return `Nothing due within 90 days${tail}`;
}

export function freshnessMessage(counts: CountsOf<Freshness>, asked: number): string {
	if (asked === 0) return 'No updates owed';
	const of = plural(asked, 'assignment');
	const silent = counts['not-reported'];
	if (silent > 0) return `${formatNumber(silent)} of ${of} silent: not reported`;
	if (counts.owed > 0)
		return `${formatNumber(counts.owed)} of ${of} ${counts.owed === 1 ? 'still owes' : 'still owe'} an update`;
	return asked === 1 ? 'The one update owed is given' : `All ${of} reported this period`;
}

export function acceptanceMessage(counts: CountsOf<Acceptance>, asked: number): string {
	if (asked === 0) return 'Nobody to ask about acceptance';
	const of = plural(asked, 'assignment');
	if (counts.accepted === asked)
		return asked === 1 ? 'The one assignment is accepted' : `All ${of} accepted`;
	const head = `${formatNumber(counts.accepted)} of ${of} accepted`;
	if (counts['not-accepted'] > 0)
		return `${head}; ${formatNumber(counts['not-accepted'])} not accepted`;
	return counts['not-recorded'] > 0
		? `${head}; ${formatNumber(counts['not-recorded'])} not recorded`
		: `${head}; ${formatNumber(counts['partly-accepted'])} in part`;
}

export function evidenceMessage(counts: CountsOf<EvidenceMix>, claimed: number): string {
	if (claimed === 0) return 'Nothing claimed or confirmed yet';
	const of = plural(claimed, 'claim');
	const [count, on] =
		counts.asserted > 0
			? [counts.asserted, 'assertion alone']
			: [counts.uploaded, 'uploaded evidence'];
	return `${formatNumber(count)} of ${of} ${count === 1 ? 'rests' : 'rest'} on ${on}`;
}

/** @param waiting assignments @param bodies that are waited for */
export function waitingMessage(waiting: number, bodies: number): string {
	if (waiting === 0) return 'No assignment waits for another body';
	const wait = waiting === 1 ? 'waits' : 'wait';
	return `${plural(waiting, 'assignment')} ${wait} for ${plural(bodies, 'other body', 'other bodies')}`;
}

export function backlogMessage(counts: CountsOf<ClaimAge>): string {
	const waiting = sumOf(counts);
	if (waiting === 0) return 'No claims wait for a decision';
	const longest = counts['over-56'];
	const head = `${plural(waiting, 'claim')} ${waiting === 1 ? 'waits' : 'wait'} for a decision`;
	return longest === 0 ? head : `${head}, ${formatNumber(longest)} over 56 days`;
}

export function firstDecisionMessage(counts: CountsOf<FirstDecision>, decided: number): string {
	if (decided === 0) return 'No claims decided yet';
	return `${formatNumber(counts.confirmed)} of ${plural(decided, 'first claim')} confirmed at once`;
}
