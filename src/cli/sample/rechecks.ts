import { recheckDueOn, type RecheckOutcome } from '#lib/domain/after-closure.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { findAssignment } from '#lib/server/db/queries/assignment.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { recordRecheck } from '#lib/server/services/rechecks.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { chanceOf } from './random.ts';
import type { SampleStep, SampleStory } from './step.ts';
import { LAPSED, PUT_BACK, SUSTAINED } from './texts/rechecks.ts';

/** Months after which the sample looks again at what was confirmed. */
export const RECHECK_MONTHS = 6;

/** One that is looked at again, and what is found. */
export interface SampleRecheck {
	readonly story: SampleStory;
	readonly day: SampleStep['day'];
	readonly outcome: RecheckOutcome;
}

/** Of so many that were due, the second is found to have lapsed, and every third is left to be done. */
export function planRechecks(
	stories: readonly SampleStory[],
	calendar: SampleCalendar
): SampleRecheck[] {
	const due = stories.flatMap((story) => {
		const last = story.steps.at(-1);
		if (last?.act !== 'move' || last.verb !== 'confirm') return [];
		const dueOn = recheckDueOn(last.day, RECHECK_MONTHS)!;
		const { reference, organisation } = story.assignment;
		const chance = chanceOf(`recheck/${reference}/${organisation}`);
		const day = calendar.workingDay(addDays(dueOn, chance.between(1, 12)));
		// Kept as they are for whoever tries out a re-check.
		if (day < dueOn || addDays(day, 1) >= calendar.today || organisation === 'KENT') return [];
		return [{ story, day }];
	});
	const ordered = due.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
	return ordered.flatMap(({ story, day }, index) => {
		if (index % 3 === 2) return [];
		return [{ story, day, outcome: index === 1 ? 'reopened' : 'sustained' }];
	});
}

/** The inspectorate looks again at what it confirmed; whoever had let it lapse says what happens next. */
export function lookingAgain(
	stories: readonly SampleStory[],
	calendar: SampleCalendar,
	cast: Cast
): Happening[] {
	return planRechecks(stories, calendar).flatMap(({ story, day, outcome }, index) => {
		const { reference, organisation } = story.assignment;
		const name = { reference, organisation };
		const chance = chanceOf(`recheck-text/${reference}/${organisation}`);
		const inspector = cast.actor(chance.pick(['inspector', 'inspector2']), '');
		const lead = cast.actor('lead', organisation);
		const key = (step: string) => `sample-recheck-${step}-${String(index).padStart(5, '0')}`;
		const looked: Happening = {
			at: instantOf(day, 60 + index),
			async run(app) {
				const { version } = await findAssignment(app.db.read, inspector, name);
				const reason = outcome === 'sustained' ? chance.pick(SUSTAINED) : LAPSED;
				const found = { outcome, reason, version, submissionKey: key('outcome') };
				await recordRecheck(app, inspector, name, found);
			}
		};
		const next = calendar.workingDay(addDays(day, 6));
		if (outcome === 'sustained' || next <= day) return [looked];
		const told: Happening = {
			at: instantOf(next, 60 + index),
			async run(app) {
				const { version } = await findAssignment(app.db.read, lead, name);
				const said = { narrative: PUT_BACK, confidence: 'feasible' as const };
				await addUpdate(app, lead, name, { ...said, version, submissionKey: key('update') });
			}
		};
		return [looked, told];
	});
}
