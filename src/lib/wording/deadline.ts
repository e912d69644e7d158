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
	const count = (list: readonly unknown[]) => plural(list.length, 'assignment');
	const isOne = (list: readonly unknown[]) => list.length === 1;
	const day = lastDay === null ? null : formatDay(lastDay);
	const given = day === null ? 'It is recorded that none is set' : `The date becomes ${day}`;
	const sentences: [readonly unknown[], string][] = [
		[first, `${isOne(first) ? 'has' : 'have'} no date yet. ${given}.`],
		[
			follows,
			`${isOne(follows) ? 'follows' : 'follow'} the recommendation’s deadline. ${given}; the original stays in the record.`
		],
		[
			own,
			isOne(own)
				? 'has a date of its own, or an extension, and keeps it.'
				: 'have dates of their own, or extensions, and keep them.'
		],
		[closed, isOne(closed) ? 'is closed and stays so.' : 'are closed and stay so.']
	];
	const told = sentences.flatMap(([list, words]) =>
		list.length === 0 ? [] : [`${count(list)} ${words}`]
	);
	return first.length + follows.length === 0 ? ['No assignment gets this date.', ...told] : told;
}

function times(count: number): string {
	if (count === 1) return 'once';
	return count === 2 ? 'twice' : plural(count, 'time');
}
