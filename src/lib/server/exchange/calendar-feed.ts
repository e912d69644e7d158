import { addDays } from '#lib/domain/plain-date.ts';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarDay } from '../reads/calendar.ts';

const WORDS = { due: 'due', review: 'due, claim with you', recheck: 'to look at again' } as const;

/**
 * Days as an iCalendar file (RFC 5545): a reference and a word, no narrative. The identifier of an entry is made
 * of what it is about, so that a day that moves moves in every calendar.
 * @param options.host of the service, which identifiers end in
 */
export function calendarFeed(
	days: readonly CalendarDay[],
	{ host, home, now }: { readonly host: string; readonly home: string; readonly now: number }
): string {
	const calendar = ical({
		name: 'Recommendations: deadlines',
		prodId: { company: 'Recommendations tracker', product: 'Deadlines', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH,
		ttl: 6 * 60 * 60
	});
	for (const { reference, organisation, on, what } of days) {
		const about = organisation === null ? reference : `${reference} ${organisation}`;
		const path = organisation === null ? reference : `${reference}/${organisation}`;
		calendar.createEvent({
			id: `${path.replace('/', '.')}.${what}@${host}`,
			summary: `${about} ${WORDS[what]}`,
			// A day without an hour: to the library a date at midnight, of which it writes the date alone.
			start: `${on}T00:00:00.000Z`,
			end: `${addDays(on, 1)}T00:00:00.000Z`,
			timezone: 'UTC',
			allDay: true,
			stamp: new Date(now),
			url: `${home}/recommendations/${path}`,
			transparency: ICalEventTransparency.TRANSPARENT
		});
	}
	return calendar.toString();
}
