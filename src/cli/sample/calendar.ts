import {
	addDays,
	addMonths,
	daysBetween,
	lastDayOfMonth,
	later,
	partsOf,
	toEpochDay,
	type PlainDate
} from '#lib/domain/plain-date.ts';
import { Stop } from '../io.ts';

/** How many days of its own the story has. It is told over fewer where the report is younger. */
export const STORY_DAYS = 400;
const FEWEST_DAYS = 120;

/** The sample's days, all counted back from the day it is made, so that it is never out of date. */
export interface SampleCalendar {
	readonly today: PlainDate;
	/** The day on which the register was opened. */
	readonly start: PlainDate;
	/** A working day, so many days of the story ago: from 1, yesterday at the latest. */
	ago(storyDays: number): PlainDate;
	/** That day, or the Friday before it; never today or later, never before the start. */
	workingDay(day: PlainDate): PlainDate;
	/** The last day of the month that had ended by then. */
	monthEndBy(storyDaysAgo: number): PlainDate;
}

/** @throws Stop where the report had not been out for long enough */
export function sampleCalendar(publishedOn: PlainDate, today: PlainDate): SampleCalendar {
	const available = daysBetween(publishedOn, today) - 4;
	if (available < FEWEST_DAYS) {
		throw new Stop(
			`The sample register tells of what followed the report of ${publishedOn}; today is ${today}, which is too early for it. Check the date of this computer.`
		);
	}
	const scale = Math.min(1, available / STORY_DAYS);
	const back = (storyDays: number) => addDays(today, -Math.round(storyDays * scale));
	const start = notAtWeekend(back(STORY_DAYS));
	const workingDay = (day: PlainDate) => {
		const yesterday = addDays(today, -1);
		return later(start, notAtWeekend(day < yesterday ? day : yesterday));
	};
	return {
		today,
		start,
		workingDay,
		ago: (storyDays) => workingDay(back(storyDays)),
		monthEndBy(storyDaysAgo) {
			const { year, month } = partsOf(addDays(back(storyDaysAgo), 1));
			return addDays(firstOf(year, month), -1);
		}
	};
}

/** The last day of the month in which the day falls. */
export function monthEndOf(day: PlainDate): PlainDate {
	const { year, month } = partsOf(day);
	return lastDayOfMonth(year, month) ?? day;
}

/** The months from one day to another, each by its first and last day. */
export function monthsBetween(from: PlainDate, to: PlainDate) {
	const months: { opensOn: PlainDate; closesOn: PlainDate }[] = [];
	const { year, month } = partsOf(from);
	for (let opensOn = firstOf(year, month); opensOn <= to; opensOn = addMonths(opensOn, 1)) {
		months.push({ opensOn, closesOn: monthEndOf(opensOn) });
	}
	return months;
}

function firstOf(year: number, month: number): PlainDate {
	const end = lastDayOfMonth(year, month);
	if (!end) throw new RangeError(`No such month: ${year}-${month}`);
	return addDays(end, 1 - partsOf(end).day);
}

/** The day itself, or the Friday before a Saturday or Sunday. */
function notAtWeekend(day: PlainDate): PlainDate {
	// 1 January 1970 was a Thursday.
	const weekday = (toEpochDay(day) + 4) % 7;
	if (weekday === 6) return addDays(day, -1);
	return weekday === 0 ? addDays(day, -2) : day;
}
