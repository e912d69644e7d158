import { readDates, readSpans, type ReadEnd } from './deadline-phrases.ts';
import type { PlainDate } from './plain-date.ts';

/** How the inspectorate words a deadline. The printed phrase is kept beside what is computed from it. */
export const DEADLINE_KINDS = [
	'fixed-day',
	'month',
	'immediate',
	'immediate-then-by',
	'relative',
	'none-set',
	'not-applicable'
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

export const DEADLINE_SETTERS = ['inspectorate', 'owner'] as const;
export type DeadlineSetter = (typeof DEADLINE_SETTERS)[number];

export interface WordedDeadline {
	/** As printed, never rewritten. */
	readonly phrase: string;
	readonly kind: DeadlineKind;
	/** The last day on which it is met; null where none is set. */
	readonly lastDay: PlainDate | null;
	/** The rule that gave the last day, in words a reader can check. */
	readonly rule: string;
}

/**
 * Reads a deadline out of the phrase it is printed in, or answers null where it cannot: it never guesses.
 * A date or a time counts only where the phrase makes a deadline of it ("by …", "no later than …", "Within
 * …" at the start or after "should"); two that differ, or one that is no real day, are not read at all.
 * @param publishedOn the day the report was published, from which relative and immediate dates run
 */
export function readDeadline(phrase: string, publishedOn: PlainDate): WordedDeadline | null {
	const text = phrase.replace(/\s+/g, ' ').trim();
	const lower = text.toLowerCase();
	if (/\brecommendation does not apply\b/.test(lower)) {
		return worded(text, 'not-applicable', null, 'Does not apply to this organisation');
	}
	if (/\bno deadline\b/.test(lower)) {
		return worded(text, 'none-set', null, 'The inspectorate set no deadline');
	}
	const end = readEnd(lower, publishedOn);
	if (end === 'unclear') return null;
	if (!isImmediate(lower)) return end && worded(text, end.kind, end.lastDay, end.rule);
	if (end) return worded(text, 'immediate-then-by', end.lastDay, `Starts at once; ${end.rule}`);
	if (/\bwithin\b/.test(lower)) return null;
	return worded(text, 'immediate', publishedOn, 'Due on the day of publication');
}

/** A printed date outweighs a span of time, which beside it says how the work is to be done. */
function readEnd(lower: string, publishedOn: PlainDate): ReadEnd | 'unclear' | null {
	const dates = readDates(lower);
	return onlyOne(dates.length > 0 ? dates : readSpans(lower, publishedOn));
}

function onlyOne(ends: readonly (ReadEnd | null)[]): ReadEnd | 'unclear' | null {
	const [first] = ends;
	if (first === undefined) return null;
	const areAlike = ends.every((end) => end !== null && end.lastDay === first?.lastDay);
	return first !== null && areAlike ? first : 'unclear';
}

/** "Immediate risk" and "record immediately after" are no deadlines. */
function isImmediate(lower: string): boolean {
	return /^immediate(ly)?\b|\bwith immediate effect\b|\bshould,? immediately\b(?! (after|before|following))/.test(
		lower
	);
}

function worded(
	phrase: string,
	kind: DeadlineKind,
	lastDay: PlainDate | null,
	rule: string
): WordedDeadline {
	return { phrase, kind, lastDay, rule };
}
