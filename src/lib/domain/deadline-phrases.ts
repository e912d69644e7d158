import { addDays, addMonths, lastDayOfMonth, plainDateOf, type PlainDate } from './plain-date.ts';

export interface ReadEnd {
	readonly kind: 'fixed-day' | 'month' | 'relative';
	readonly lastDay: PlainDate;
	readonly rule: string;
}

const MONTHS =
	'january february march april may june july august september october november december'.split(
		' '
	);
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** No recommendation is due in half a century: such a number was misread. */
const LONGEST_MONTHS = 600;

const DATE = `(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(${MONTHS.join('|')}),? (\\d{4})\\b`;
const DUE_DATE = new RegExp(
	`\\b(?:by|no later than|not later than)(?: the)?(?: end of)? ${DATE}`,
	'g'
);
const DATE_ALONE = new RegExp(`^${DATE}\\W*$`);
const SPAN =
	/(?:^|\bshould,? )within (\d{1,3}|[a-z]+) (day|week|month|year)s?\b(?: (?:of|from|after|following) ([a-z ]*))?/g;
const PUBLICATION =
	/^(?:the |this |our |its )?(?:date of )?(?:the |this |our |its )?(?:publication|report)\b/;

/** Every printed date that the phrase makes a deadline of; null for one that is no real day. */
export function readDates(lower: string): (ReadEnd | null)[] {
	const alone = DATE_ALONE.exec(lower);
	return [...lower.matchAll(DUE_DATE), ...(alone ? [alone] : [])].map(readDate);
}

/** Every span of time that runs from publication; null for one that cannot be counted or runs from something else. */
export function readSpans(lower: string, publishedOn: PlainDate): (ReadEnd | null)[] {
	return [...lower.matchAll(SPAN)].map((match) => readSpan(match, publishedOn));
}

function readDate([, day, month, year]: RegExpExecArray): ReadEnd | null {
	const monthNumber = MONTHS.indexOf(month ?? '') + 1;
	if (day === undefined) {
		const lastDay = lastDayOfMonth(Number(year), monthNumber);
		return lastDay && { kind: 'month', lastDay, rule: 'The last day of the month printed' };
	}
	const lastDay = plainDateOf(Number(year), monthNumber, Number(day));
	return lastDay && { kind: 'fixed-day', lastDay, rule: 'The day printed' };
}

function readSpan(
	[, number = '', unit, from]: RegExpExecArray,
	publishedOn: PlainDate
): ReadEnd | null {
	const count = countOf(number);
	if (count < 1 || (from !== undefined && !PUBLICATION.test(from))) return null;
	if (unit === 'day' || unit === 'week') {
		const days = unit === 'day' ? count : count * 7;
		return relative(addDays(publishedOn, days), days, 'day');
	}
	const months = unit === 'month' ? count : count * 12;
	if (months > LONGEST_MONTHS) return null;
	return relative(addMonths(publishedOn, months), months, 'month');
}

function countOf(number: string): number {
	if (/^\d/.test(number)) return Number(number);
	return number === 'a' || number === 'an' ? 1 : NUMBERS.indexOf(number);
}

function relative(lastDay: PlainDate, count: number, unit: 'day' | 'month'): ReadEnd {
	return {
		kind: 'relative',
		lastDay,
		rule: `${count} ${unit}${count === 1 ? '' : 's'} after publication`
	};
}
