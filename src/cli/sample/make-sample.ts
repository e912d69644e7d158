import { momentOf } from '#lib/domain/clock.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { atInstant, type App } from '#lib/server/app.ts';
import { listAddressees } from '#lib/server/db/queries/organisation.ts';
import { expandAllocation } from '#lib/domain/allocation.ts';
import { loadInspection } from '#lib/server/services/inspections.ts';
import { markAsSample } from '#lib/server/services/register.ts';
import { loadSeed, type Seed } from '../seed/load.ts';
import { planning } from './actions.ts';
import { act, countsVersionOn } from './act.ts';
import { sampleCalendar, type SampleCalendar } from './calendar.ts';
import { givingPacks } from './board-packs.ts';
import { makeCast, type Cast } from './cast.ts';
import { talking } from './conversation.ts';
import { writingCriteria } from './criteria.ts';
import { earlierStories, settingInspections } from './earlier-inspection.ts';
import { bringAbout, firstMinute, instantOf, type Happening } from './happening.ts';
import { handovers } from './handovers.ts';
import { nameGiver } from './names.ts';
import { writingParts } from './parts.ts';
import { planShapes } from './plan.ts';
import { postsWith, type Posts } from './post-holders.ts';
import { chanceOf } from './random.ts';
import { lookingAgain } from './rechecks.ts';
import { reporting } from './reporting.ts';
import { section55 } from './section55.ts';
import { sampling } from './sampling.ts';
import type { SampleAssignment, SampleStory } from './step.ts';
import { takingClaims } from './reviewers.ts';
import { keepingViews } from './views.ts';
import { EARLIER } from './texts/earlier-inspection.ts';
import { answered } from './wait-answers.ts';
import { loadingWording } from './wording-loads.ts';
import { bringingWorkbooks } from './workbooks.ts';
import { writeStory } from './write-story.ts';

/** Changing it gives another register, as plausible as this one. */
const SEED = 'recommendations-tracker-1';

/**
 * Fills an empty register with an invented year, ending yesterday: everything is done through the services,
 * in the order of its instants, by people who have the right to do it.
 * @returns how many things were done
 */
export async function makeSample(
	app: App,
	seed: Seed,
	onProgress: (done: number, all: number) => void = () => {}
): Promise<number> {
	const { today } = momentOf(app.clock);
	const calendar = sampleCalendar(seed.inspection.inspection.publishedOn, today);
	const opening = atInstant(app, instantOf(calendar.start, 0) - 60_000);
	await loadSeed(opening, seed);
	await loadInspection(opening, null, EARLIER);
	const stories = writeStories(seed, calendar);
	const nextName = nameGiver(chanceOf(`${SEED}/names`));
	const cast = await makeCast(opening, await idsOf(app, stories), nextName);
	const posts = postsWith(nextName);
	const happenings = [
		...reporting(seed.inspection.inspection.code, calendar, cast),
		...section55(seed, stories, calendar, cast, SEED),
		...writingParts(seed.inspection.inspection.code, calendar, cast),
		...writingCriteria(seed.inspection.inspection.code, calendar, cast),
		...settingInspections(seed.inspection.inspection.code, calendar, cast),
		...[...stories, ...earlierStories(calendar)].flatMap((story, index) =>
			happeningsOf(story, index, cast, posts)
		),
		...planning(stories, calendar, cast, posts, SEED),
		...takingClaims(stories, calendar, cast, SEED),
		...lookingAgain(stories, calendar, cast),
		...talking(calendar, cast),
		...handovers(calendar, cast, posts, nextName),
		...sampling(calendar, cast),
		...givingPacks(calendar, cast),
		...loadingWording(calendar, cast),
		...bringingWorkbooks(calendar, cast),
		...keepingViews(calendar, cast)
	];
	await bringAbout(app, happenings, onProgress);
	await markAsSample(app);
	return happenings.length;
}

/** What will happen to every assignment of the seed. Depends on the day and nothing else. */
export function writeStories(seed: Seed, calendar: SampleCalendar): SampleStory[] {
	const stories = seed.inspection.recommendations.flatMap((recommendation) => {
		const { number, allocation } = recommendation;
		const reference = recommendationReference(seed.inspection.inspection.code, number);
		const { addressees } = expandAllocation(allocation, seed.organisations);
		const assignments = addressees.map(
			({ organisation: { code, kind, country } }): SampleAssignment => ({
				...{ reference, number, organisation: code },
				...{ kind, country }
			})
		);
		const shapes = planShapes(assignments, number, chanceOf(`${SEED}/plan/${number}`));
		return assignments.map((assignment, index) =>
			writeStory(assignment, shapes[index] ?? { outcome: 'progressing' }, calendar, SEED)
		);
	});
	return answered(stories, calendar);
}

async function idsOf(app: App, stories: readonly SampleStory[]): Promise<Map<string, number>> {
	const wanted = new Set(stories.map(({ assignment }) => assignment.organisation));
	const rows = await listAddressees(app.db.read);
	return new Map(rows.filter(({ code }) => wanted.has(code)).map(({ code, id }) => [code, id]));
}

function happeningsOf(
	{ assignment, steps }: SampleStory,
	index: number,
	cast: Cast,
	posts: Posts
): Happening[] {
	let version = 1;
	let minute = 0;
	return steps.map((step, number) => {
		const isSameDay = steps[number - 1]?.day === step.day;
		minute = isSameDay
			? minute + 4
			: firstMinute(`${assignment.reference}/${assignment.organisation}/${step.day}`);
		const stamp = { version, submissionKey: `sample-${pad(index)}-${pad(number)}` };
		if (countsVersionOn(step)) version += 1;
		return {
			at: instantOf(step.day, minute),
			async run(app) {
				const actor = cast.actor(step.by, assignment.organisation);
				await act(app, actor, assignment, step, stamp, (title) =>
					posts.find(app, actor, assignment.organisation, title)
				);
			}
		};
	});
}

function pad(number: number): string {
	return String(number).padStart(5, '0');
}
