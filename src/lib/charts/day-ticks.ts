import {
	addDays,
	addMonths,
	daysBetween,
	partsOf,
	plainDate,
	toEpochDay,
	type PlainDate
} from '#lib/domain/plain-date.ts';
import { formatDayShort } from '#lib/wording/dates.ts';

/** A place on an axis that counts days since 1970-01-01. */
export interface DayTick {
	readonly value: number;
	readonly label: string;
}

const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** At most `most` (two or more) evenly spaced days, or firsts of months once days would be too many. */
export function dayTicks(first: PlainDate, last: PlainDate, most: number): DayTick[] {
	const span = daysBetween(first, last);
	const dayStep = DAY_STEPS.find((step) => Math.floor(span / step) < most);
	if (dayStep !== undefined) {
		const count = Math.floor(span / dayStep) + 1;
		return Array.from({ length: count }, (_, index) => {
			const day = addDays(first, index * dayStep);
			return tickAt(day, withoutYear(day));
		});
	}
	for (const step of MONTH_STEPS) {
		const ticks = monthTicks(first, last, step);
		if (ticks.length <= most) return ticks;
	}
	return [];
}

function monthTicks(first: PlainDate, last: PlainDate, step: number): DayTick[] {
	const ticks: DayTick[] = [];
	for (let month = firstOfMonthFrom(first, step); month <= last; month = addMonths(month, step)) {
		ticks.push(tickAt(month, withoutDay(month)));
	}
	return ticks;
}

function tickAt(day: PlainDate, label: string): DayTick {
	return { value: toEpochDay(day), label };
}

/** The first of a month on or after a day, in the rhythm of the calendar year. */
function firstOfMonthFrom(day: PlainDate, step: number): PlainDate {
	const { year, month, day: dayOfMonth } = partsOf(day);
	let first = plainDate(`${year}-${String(month).padStart(2, '0')}-01`);
	if (dayOfMonth > 1) first = addMonths(first, 1);
	while ((partsOf(first).month - 1) % Math.min(step, 12) !== 0) first = addMonths(first, 1);
	return first;
}

/** '4 Jun' */
function withoutYear(day: PlainDate): string {
	return formatDayShort(day).replace(/ \d{4}$/, '');
}

/** 'Jun 2025' */
function withoutDay(day: PlainDate): string {
	return formatDayShort(day).replace(/^\d+ /, '');
}
