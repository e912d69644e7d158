import type { PlainDate } from '#lib/domain/plain-date.ts';
import { keepReportingPeriods } from '#lib/server/services/reporting-periods.ts';
import { setRhythm } from '#lib/server/services/reporting-rhythm.ts';
import { monthsBetween, type SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';

/**
 * After half of the story the inspection begins to ask every month: what the clock would have done on the first
 * day of each.
 */
export function reporting(
	inspection: string,
	{ ago, today }: SampleCalendar,
	cast: Cast
): Happening[] {
	const start = ago(200);
	const firstDays = monthsBetween(start, today).map(({ opensOn }) => opensOn);
	return [
		{
			at: instantOf(start, 1),
			run: (app) =>
				setRhythm(app, cast.actor('inspector', ''), inspection, {
					...{ rhythm: 'monthly', shown: 'none' },
					submissionKey: 'sample-rhythm'
				})
		},
		...firstDays.filter((day) => day > start).map(onThatDay)
	];
}

function onThatDay(day: PlainDate): Happening {
	return {
		at: instantOf(day, 0),
		async run(app) {
			await keepReportingPeriods(app);
		}
	};
}
