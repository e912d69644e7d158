import type { DeadlineKind, DeadlineSetter } from '#lib/domain/deadline.ts';
import type { DeadlineReach } from '#lib/domain/deadline-reach.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { slippageAt, type Slippage } from '#lib/domain/slippage.ts';
import { plural } from './counts.ts';
import { formatDay } from './dates.ts';

export const NO_DEADLINE = 'No deadline set';

export const DEADLINE_KIND_WORDS: Record<DeadlineKind, string> = {
	'fixed-day': 'A fixed day',
	month: 'A month, meaning its last day',
	immediate: 'Immediately, meaning the day of publication',
	'immediate-then-by': 'To start immediately and end by a date',
	relative: 'A time after publication',
	'none-set': NO_DEADLINE,
	'not-applicable': 'Does not apply to this organisation'
};

export const DEADLINE_SETTER_WORDS: Record<DeadlineSetter, string> = {
	inspectorate: 'Set by the inspectorate',
	owner: 'Set by the organisation'
};

/** '4 June 2025', or that there is none. */
export function deadlineWords(lastDay: PlainDate | null): string {
	return lastDay === null ? NO_DEADLINE : formatDay(lastDay);
}

/** 'moved twice, 92 days'. Measured from the original date, so the count of days may be 0 or earlier. */
export function slippageWords(slippage: Slippage | null): string {
	if (slippage === null) return NO_DEADLINE;
	const { moves, days } = slippage;
	if (moves === 0) return 'not moved';
	const moved = `moved ${times(moves)}`;
	if (days === 0) return `${moved}, back to the original date`;
	if (days < 0) return `${moved}, ${plural(-days, 'day')} earlier`;
	return `${moved}, ${plural(days, 'day')}`;
}

/** The same from what an assignment keeps: 'moved twice, 92 days'; empty where the date never moved. */
export function movedWords(kept: Parameters<typeof slippageAt>[0]): string {
	if (kept.deadlineMoves === 0) return '';
	const slippage = slippageAt(kept);
	return slippage === null ? `taken away` : slippageWords(slippage);
}

/** Where a date comes from: 'The last day of the month printed. Set by the inspectorate on 4 June 2025'. */
export function provenanceWords(
	of: { readonly setBy: DeadlineSetter; readonly rule: string },
	onDay: PlainDate
): string {
	const rule = of.rule.replace(/[.\s]+$/, '');
	return `${rule}. ${DEADLINE_SETTER_WORDS[of.setBy]} on ${formatDay(onDay)}`;
}

/** What a deadline of a whole recommendation does, a sentence for each way in which assignments are reached. */
export function reachSentences(
	reaches: Readonly<Record<DeadlineReach, readonly unknown[]>>,
	lastDay: PlainDate | null
): string[] {
	const { first, follows, own, closed } = reaches;
	const gets = lastDay === null ? 'that no deadline is set' : formatDay(lastDay);
	const many = (list: readonly unknown[], one: string, more: string) =>
		`${plural(list.length, 'assignment')} ${list.length === 1 ? one : more}`;
	return [
		`${many(first, 'has', 'have')} no date and ${first.length === 1 ? 'gets' : 'get'} ${gets}.`,
		...(follows.length === 0
			? []
			: [
					`${many(follows, 'follows', 'follow')} the recommendation’s deadline and ${follows.length === 1 ? 'gets' : 'get'} ${gets}: the original date stays in the record.`
				]),
		...(own.length === 0
			? []
			: [
					`${many(own, 'has', 'have')} a date of its own, or an extension, and ${own.length === 1 ? 'keeps' : 'keep'} it.`
				]),
		...(closed.length === 0
			? []
			: [
					`${many(closed, 'is', 'are')} closed and ${closed.length === 1 ? 'stays' : 'stay'} as closed.`
				])
	];
}

function times(count: number): string {
	if (count === 1) return 'once';
	return count === 2 ? 'twice' : plural(count, 'time');
}
