import { addMonths, lastDayOfMonth, plainDateOf, type PlainDate } from './plain-date.ts';

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

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];
const NUMBER_WORDS = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];
const MONTH_NAMES = MONTHS.join('|');

/**
 * Reads a deadline out of the phrase it is printed in, or answers null where it cannot: it never guesses.
 * @param publishedOn the day the report was published, from which relative and immediate dates run
 */
export function readDeadline(phrase: string, publishedOn: PlainDate): WordedDeadline | null {
	const text = phrase.replace(/\s+/g, ' ').trim();
	const lower = text.toLowerCase();
	if (/\bdoes not apply\b/.test(lower)) {
		return worded(text, 'not-applicable', null, 'Does not apply to this organisation');
	}
	if (/\bno deadline\b/.test(lower)) {
		return worded(text, 'none-set', null, 'The inspectorate set no deadline');
	}
	const immediate = /\bimmediate(ly)?\b/.test(lower);
	const day = readDay(lower);
	if (day && immediate) {
		return worded(text, 'immediate-then-by', day.date, `Starts at once; ${day.rule}`);
	}
	if (immediate) {
		return worded(text, 'immediate', publishedOn, 'Due on the day of publication');
	}
	if (day) return worded(text, day.kind, day.date, day.rule);
	const months = readRelativeMonths(lower);
	if (months !== null) {
		const rule = `${months} month${months === 1 ? '' : 's'} after publication`;
		return worded(text, 'relative', addMonths(publishedOn, months), rule);
	}
	return null;
}

interface ReadDay {
	kind: 'fixed-day' | 'month';
	date: PlainDate;
	rule: string;
}

function readDay(lower: string): ReadDay | null {
	const full = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH_NAMES}) (\\d{4})\\b`).exec(lower);
	if (full) {
		const date = plainDateOf(Number(full[3]), monthNumber(full[2]), Number(full[1]));
		return date && { kind: 'fixed-day', date, rule: 'The day printed' };
	}
	const month = new RegExp(`\\b(${MONTH_NAMES}) (\\d{4})\\b`).exec(lower);
	if (!month) return null;
	const date = lastDayOfMonth(Number(month[2]), monthNumber(month[1]));
	return date && { kind: 'month', date, rule: 'The last day of the month printed' };
}

function readRelativeMonths(lower: string): number | null {
	const match = /\bwithin (\d{1,2}|[a-z]+) (month|months|year|years)\b/.exec(lower);
	if (!match?.[1]) return null;
	const count = /^\d/.test(match[1]) ? Number(match[1]) : NUMBER_WORDS.indexOf(match[1]);
	if (count < 1) return null;
	return match[2]?.startsWith('year') ? count * 12 : count;
}

function monthNumber(name: string | undefined): number {
	return MONTHS.indexOf(name ?? '') + 1;
}

function worded(
	phrase: string,
	kind: DeadlineKind,
	lastDay: PlainDate | null,
	rule: string
): WordedDeadline {
	return { phrase, kind, lastDay, rule };
}
