import {
	fromEpochDay,
	parsePlainDate,
	plainDateOf,
	type PlainDate
} from '#lib/domain/plain-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day that was typed as text in place of a date: '2026-03-31', '31 March 2026' or '31/03/2026', the day first as
 * in Britain. Null for anything else, a month first included: nothing is guessed, and whoever accepts it sees it
 * in words.
 */
export function readTextDay(text: string): PlainDate | null {
	const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?$/.exec(text) ?? [];
	if (year) return plainDateOf(Number(year), Number(month), Number(day));
	const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
	if (numbers) return plainDateOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
	const words = /^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})$/.exec(text);
	if (words?.[2]) {
		const month = MONTHS.indexOf(words[2].slice(0, 3).toLowerCase()) + 1;
		return month === 0 ? null : plainDateOf(Number(words[3]), month, Number(words[1]));
	}
	return parsePlainDate(text) ?? readSerial(text);
}

/** A date that lost its format is the number of its day since 30 December 1899; these are of 1954 to 2118. */
function readSerial(text: string): PlainDate | null {
	const serial = /^\d{5}(\.0+)?$/.test(text) ? Number(text) : 0;
	return serial >= 20_000 && serial < 80_000 ? fromEpochDay(serial - 25_569) : null;
}
