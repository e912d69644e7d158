import { addDays, type PlainDate } from '#lib/domain/plain-date.ts';
import { monthEndOf, type SampleCalendar } from './calendar.ts';
import type { Chance } from './random.ts';
import type { Shape } from './shape.ts';
import type { SampleAct } from './step.ts';
import { EXTENDED, EXTENDED_AGAIN } from './texts/generic.ts';

export type DeadlineAct = Extract<SampleAct, { act: 'deadline' }>;

/** So that nobody takes it for something that the inspectorate has printed. */
const PHRASE = 'Sample deadline set for demonstration';

/**
 * The first deadline of a recommendation, the same for all that it falls to; null for the two that have none.
 * Two have passed, one falls within the next 30 days, the others later.
 */
export function firstDeadline(number: number, calendar: SampleCalendar): DeadlineAct | null {
	const lastDay = lastDayOf(number, calendar);
	if (lastDay === null) return null;
	const isMonth = lastDay === monthEndOf(lastDay);
	return {
		act: 'deadline',
		phrase: PHRASE,
		kind: isMonth ? 'month' : 'fixed-day',
		lastDay,
		rule: isMonth ? 'The last day of the month named' : 'The day named'
	};
}

function lastDayOf(number: number, calendar: SampleCalendar): PlainDate | null {
	const { today } = calendar;
	switch (number) {
		case 1:
			return monthEndOf(addDays(today, 50));
		case 2:
			return calendar.monthEndBy(30);
		case 3:
			return calendar.monthEndBy(38);
		case 5:
			return addDays(today, 18);
		case 6:
			return monthEndOf(addDays(today, 95));
		case 7:
			return calendar.monthEndBy(95);
		case 8:
			return monthEndOf(addDays(today, 62));
		case 9:
			return monthEndOf(addDays(today, 150));
		default:
			return null;
	}
}

/** The moves of a deadline, each decided shortly before the day that it moves. */
export function extensions(
	first: PlainDate,
	moved: Shape['moved'],
	calendar: SampleCalendar,
	chance: Chance
): { day: PlainDate; act: DeadlineAct }[] {
	if (!moved) return [];
	const once = {
		future: monthEndOf(addDays(calendar.today, chance.between(20, 70))),
		twice: addDays(first, 31),
		past: addDays(first, 61)
	}[moved];
	const moves = [extension(first, once, chance.pick(EXTENDED), calendar, chance)];
	if (moved === 'twice') {
		const reason = chance.pick(EXTENDED_AGAIN);
		moves.push(extension(once, addDays(first, 92), reason, calendar, chance));
	}
	return moves;
}

function extension(
	from: PlainDate,
	lastDay: PlainDate,
	reason: string,
	calendar: SampleCalendar,
	chance: Chance
) {
	const day = calendar.workingDay(addDays(from, -chance.between(4, 18)));
	const rule = 'A new day agreed with the organisation';
	return { day, act: { act: 'deadline', kind: 'fixed-day', lastDay, rule, reason } as const };
}
