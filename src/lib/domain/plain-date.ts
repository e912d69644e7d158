/** A calendar day without a time, 'YYYY-MM-DD'. Sorts as text, so SQL compares it as it stands. */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day, or null when the text is not a real calendar day ('2026-02-30' is null). */
export function parsePlainDate(text: string): PlainDate | null {
	const match = SHAPE.exec(text);
	if (!match) return null;
	return plainDateOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day, or null when year, month (1 to 12) and day do not make one. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | null {
	if (![year, month, day].every(Number.isInteger)) return null;
	if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return null;
	if (day > daysInMonth(year, month)) return null;
	return `${year}-${pad(month)}-${pad(day)}` as PlainDate;
}

/** For constants and stored values: throws on anything that is no day. */
export function plainDate(text: string): PlainDate {
	const parsed = parsePlainDate(text);
	if (!parsed) throw new RangeError(`Not a calendar day: ${text}`);
	return parsed;
}

export function addDays(date: PlainDate, days: number): PlainDate {
	return fromEpochDay(toEpochDay(date) + days);
}

/** Calendar months; the 31st falls back to the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
	const { year, month, day } = partsOf(date);
	const index = year * 12 + (month - 1) + months;
	const y = Math.floor(index / 12);
	const m = (index % 12) + 1;
	return plainDate(`${y}-${pad(m)}-${pad(Math.min(day, daysInMonth(y, m)))}`);
}

export function lastDayOfMonth(year: number, month: number): PlainDate | null {
	return plainDateOf(year, month, month >= 1 && month <= 12 ? daysInMonth(year, month) : 0);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
	return toEpochDay(to) - toEpochDay(from);
}

export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
	const match = SHAPE.exec(date);
	if (!match) throw new RangeError(`Not a calendar day: ${date}`);
	return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

export function toEpochDay(date: PlainDate): number {
	const { year, month, day } = partsOf(date);
	return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function fromEpochDay(epochDay: number): PlainDate {
	return plainDate(new Date(epochDay * DAY_MS).toISOString().slice(0, 10));
}

const LONDON = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/London',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit'
});

/** The day it is in London at an instant (epoch milliseconds). */
export function londonDay(instant: number): PlainDate {
	return LONDON.format(instant) as PlainDate;
}

/** The last instant of a London day (epoch milliseconds). */
export function endOfLondonDay(day: PlainDate): number {
	const midnight = Date.UTC(...utcParts(addDays(day, 1)));
	// In summer London is an hour ahead, and its day ends an hour before that of UTC.
	const inSummer = midnight - 3_600_000;
	return (londonDay(inSummer) === day ? midnight : inSummer) - 1;
}

function utcParts(date: PlainDate): [number, number, number] {
	const { year, month, day } = partsOf(date);
	return [year, month - 1, day];
}

export function earlier(a: PlainDate, b: PlainDate): PlainDate {
	return a <= b ? a : b;
}

export function later(a: PlainDate, b: PlainDate): PlainDate {
	return a >= b ? a : b;
}

function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
