import { expect, test } from 'vitest';
import type { ClosureDay } from '#lib/domain/closure-draw.ts';
import { forecastOf } from '#lib/domain/forecast.ts';
import { plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { readSeed } from '../seed/load.ts';
import { sampleCalendar } from './calendar.ts';
import { writeStories } from './make-sample.ts';
import type { SampleStory } from './step.ts';

const seed = readSeed();

test.each(['2026-11-23', '2026-12-31', '2027-05-05', '2028-02-29'])(
	'on %s one recommendation has a forecast, and the others have none for more than one reason',
	(text) => {
		const today = plainDate(text);
		const calendar = sampleCalendar(seed.inspection.inspection.publishedOn, today);
		const own = Map.groupBy(writeStories(seed, calendar), ({ assignment }) => assignment.number);
		const forecasts = [...own].map(([number, stories]) => ({
			number,
			...forecastOf(historyOf(stories, calendar.start), today)
		}));
		const shown = forecasts.filter(({ kind }) => kind === 'range');
		expect(shown.map(({ number }) => number)).toEqual([8]);
		expect(shown[0]!.backTest.tried).toBeGreaterThanOrEqual(4);
		const reasons = forecasts.flatMap((one) => (one.kind === 'withheld' ? [one.reason] : []));
		expect(new Set(reasons).size).toBeGreaterThan(1);
	}
);

/** As the register will tell it: open from the beginning, and fewer with each confirmation. */
function historyOf(stories: readonly SampleStory[], start: PlainDate): ClosureDay[] {
	const days = stories.flatMap(({ steps }) =>
		steps.flatMap((step) => (step.act === 'move' && step.verb === 'confirm' ? [step.day] : []))
	);
	let open = stories.length;
	const byDay = [...Map.groupBy(days.sort(), (day) => day)].map(([day, all]) => {
		open -= all.length;
		return { day, confirmed: all.length, open };
	});
	return [{ day: start, confirmed: 0, open: stories.length }, ...byDay];
}
