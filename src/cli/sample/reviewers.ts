import { addDays } from '#lib/domain/plain-date.ts';
import { findAssignment } from '#lib/server/db/queries/assignment.ts';
import { setReviewer } from '#lib/server/services/reviewers.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { chanceOf } from './random.ts';
import type { SampleStory } from './step.ts';

/** How many of the claims that wait in the end somebody has taken. */
const TAKEN_SHARE = 0.55;

/** Inspectors take some of the claims that wait at the end of the story, a day or more after they were made. */
export function takingClaims(
	stories: readonly SampleStory[],
	calendar: SampleCalendar,
	cast: Cast,
	seed: string
): Happening[] {
	return stories.flatMap(({ assignment, steps }, index) => {
		const last = steps.at(-1);
		if (last?.act !== 'move' || last.verb !== 'report-complete') return [];
		const { reference, organisation } = assignment;
		// Left for whoever tries out taking a claim.
		if (organisation === 'KENT') return [];
		const chance = chanceOf(`${seed}/take/${reference}/${organisation}`);
		const day = calendar.workingDay(addDays(last.day, chance.between(2, 9)));
		if (!chance.happens(TAKEN_SHARE) || day <= last.day) return [];
		const inspector = cast.actor(chance.pick(['inspector', 'inspector2', 'inspector2']), '');
		return [
			{
				at: instantOf(day, 30 + (index % 400)),
				async run(app) {
					const name = { reference, organisation };
					const { version } = await findAssignment(app.db.read, inspector, name);
					await setReviewer(app, inspector, name, {
						...{ version, reviewerId: inspector.personId },
						submissionKey: `sample-take-${String(index).padStart(5, '0')}`
					});
				}
			}
		];
	});
}
