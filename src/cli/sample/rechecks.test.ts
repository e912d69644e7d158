import { plainDate } from '#lib/domain/plain-date.ts';
import { expect, test } from 'vitest';
import { readSeed } from '../seed/load.ts';
import { sampleCalendar } from './calendar.ts';
import { earlierStories } from './earlier-inspection.ts';
import { writeStories } from './make-sample.ts';
import { planRechecks } from './rechecks.ts';

const SEED = readSeed();
const PUBLISHED = SEED.inspection.inspection.publishedOn;
const DAYS = ['2026-06-30', '2026-11-23', '2027-01-01', '2028-02-29'].map(plainDate);

test.each(DAYS)('on %s some re-checks are sustained, one is reopened and some are due', (today) => {
	const calendar = sampleCalendar(PUBLISHED, today);
	const stories = writeStories(SEED, calendar);
	const planned = planRechecks(stories, calendar);
	expect(planned.filter(({ outcome }) => outcome === 'reopened')).toHaveLength(1);
	expect(planned.filter(({ outcome }) => outcome === 'sustained').length).toBeGreaterThan(1);
	for (const { story, day } of planned) {
		expect(day < today && day > story.steps.at(-1)!.day).toBe(true);
	}
	expect(planned).toEqual(planRechecks(writeStories(SEED, calendar), calendar));
});

test.each(['2026-03-02', ...DAYS].map(plainDate))(
	'on %s the stories of the earlier inspection go forward and end before today',
	(today) => {
		for (const { steps } of earlierStories(sampleCalendar(PUBLISHED, today))) {
			const days = steps.map(({ day }) => day);
			expect(days).toEqual(days.toSorted());
			expect(days.every((day) => day < today)).toBe(true);
		}
	}
);
