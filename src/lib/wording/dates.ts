import { daysBetween, partsOf, type PlainDate } from '#lib/domain/plain-date.ts';
import { plural } from './counts.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** '4 June 2025' */
export function formatDay(date: PlainDate): string {
	const { year, month, day } = partsOf(date);
	return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** '4 Jun 2025', for tables and charts. */
export function formatDayShort(date: PlainDate): string {
	const { year, month, day } = partsOf(date);
	return `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

/** 'June 2025' */
export function formatMonth(date: PlainDate): string {
	const { year, month } = partsOf(date);
	return `${MONTHS[month - 1]} ${year}`;
}

/** '4 June 2025 at 14:05', as the clocks in London show it. */
export function formatInstant(instant: number): string {
	const { day, month, year, hour, minute } = inLondon(instant);
	return `${day} ${month} ${year} at ${hour}:${minute}`;
}

/** '14:05', as the clocks in London show it. */
export function formatTime(instant: number): string {
	const { hour, minute } = inLondon(instant);
	return `${hour}:${minute}`;
}

/** 'in 12 days', 'tomorrow', 'today', 'yesterday', '3 days ago' */
export function relativeDays(today: PlainDate, date: PlainDate): string {
	const days = daysBetween(today, date);
	if (days === 0) return 'today';
	if (days === 1) return 'tomorrow';
	if (days === -1) return 'yesterday';
	return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`;
}

type Part = 'day' | 'month' | 'year' | 'hour' | 'minute';

/** What was read off the clocks before: each page says the same few instants again. */
const read = new Map<number, Record<Part, string>>();
const READ_MOST = 5000;

function inLondon(instant: number): Record<Part, string> {
	const known = read.get(instant);
	if (known) return known;
	const parts = LONDON.formatToParts(instant).map(({ type, value }) => [type, value]);
	const shown = Object.fromEntries(parts) as Record<Part, string>;
	if (read.size >= READ_MOST) read.clear();
	read.set(instant, shown);
	return shown;
}

/** Made once: making a formatter costs more than a page's worth of formatting. */
const LONDON = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23'
});
