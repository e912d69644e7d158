import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import { readSeed } from '../seed/load.ts';
import { sampleCalendar } from './calendar.ts';
import { writeStories } from './make-sample.ts';
import { writePlan, type SampleAction } from './write-plan.ts';

const SEED = readSeed();
const PUBLISHED = SEED.inspection.inspection.publishedOn;
const DAYS = ['2026-03-02', '2026-12-01', '2028-02-29'].map(plainDate);

describe.each(DAYS)('the plans of the sample of %s', (today) => {
	const calendar = sampleCalendar(PUBLISHED, today);
	const stories = writeStories(SEED, calendar);
	const plans = stories.map((story) => writePlan(story, calendar, 'a seed'));
	const actions = plans.flat();

	test('happen in order, before today, and never after the claim that they lead to', () => {
		for (const [index, plan] of plans.entries()) {
			const steps = stories[index]!.steps;
			const claim = steps.find((step) => step.act === 'move' && step.verb === 'report-complete');
			for (const action of plan) {
				const days = [action.addedOn, ...action.then.map(({ day }) => day)];
				expect(days).toEqual(days.toSorted());
				expect(days.every((day) => day < today)).toBe(true);
				if (claim) expect(days.at(-1)! <= claim.day).toBe(true);
			}
		}
	});

	test('have everything in them that a list of actions shows', () => {
		expect(actions.length).toBeGreaterThan(250);
		const late = actions.filter((one) => isPlanned(one) && one.dueOn && dueOf(one) < today);
		expect(late.length).toBeGreaterThan(8);
		expect(actions.filter(isPlanned).some((one) => dueOf(one) > addDays(today, 30))).toBe(true);
		expect(actions.filter((one) => one.dueOn === null).length).toBeGreaterThan(0);
		expect(actions.filter(({ isOwned }) => !isOwned).length).toBeGreaterThan(0);
		expect(actions.filter(({ serves }) => serves.length > 0)).toHaveLength(1);
		for (const step of ['move-date', 'complete', 'reopen', 'drop']) {
			expect(actions.flatMap(({ then }) => then).filter((one) => one.step === step)).not.toEqual(
				[]
			);
		}
	});

	test('leave one assignment of Kent without a plan', () => {
		const kent = actions.filter(({ assignment }) => assignment.organisation === 'KENT');
		const planned = new Set(kent.map(({ assignment }) => assignment.reference));
		expect([...planned]).toEqual(['OIC-3', 'OIC-5', 'OIC-7', 'OIC-8']);
	});
});

function isPlanned({ then }: SampleAction): boolean {
	return then.every(({ step }) => step === 'move-date') || then.at(-1)?.step === 'reopen';
}

function dueOf({ dueOn, then }: SampleAction): string {
	const moved = then.findLast((step) => step.step === 'move-date');
	return (moved?.step === 'move-date' ? moved.dueOn : dueOn) ?? '';
}
