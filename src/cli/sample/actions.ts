import { stepAction } from '#lib/server/services/action-moves.ts';
import { addAction, changeAction } from '#lib/server/services/actions.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { firstMinute, instantOf, type Happening } from './happening.ts';
import type { Posts } from './post-holders.ts';
import { postFor } from './posts.ts';
import type { SampleStory } from './step.ts';
import { writePlan, type SampleAction, type SampleActionStep } from './write-plan.ts';

/** Minutes into the working day. */
const LATE = 8 * 60;

/** The plans of the bodies: every action is added, kept up and finished through the services. */
export function planning(
	stories: readonly SampleStory[],
	calendar: SampleCalendar,
	cast: Cast,
	posts: Posts,
	seed: string
): Happening[] {
	return stories
		.flatMap((story) => writePlan(story, calendar, seed))
		.flatMap((action, index) => happeningsOf(action, index, cast, posts));
}

function happeningsOf(sample: SampleAction, index: number, cast: Cast, posts: Posts): Happening[] {
	const { assignment, text, addedOn, isOwned } = sample;
	const [title, shows] = text;
	const minute = firstMinute(`${assignment.reference}/${assignment.organisation}/${title}`);
	const lead = cast.actor('lead', assignment.organisation);
	const about = { key: '', version: 1, ownerPostId: null as number | null, dueOn: sample.dueOn };
	const serves = [assignment.reference, ...sample.serves];
	const keyOf = (number: number) =>
		`sample-plan-${String(index).padStart(5, '0')}-${String(number).padStart(2, '0')}`;
	return [
		{
			// Late in the day, after the update with which work begins.
			at: instantOf(addedOn, LATE + sample.place * 3),
			async run(app) {
				if (isOwned) {
					const post = postFor(assignment);
					about.ownerPostId = await posts.find(app, lead, assignment.organisation, post);
				}
				const { ownerPostId, dueOn } = about;
				const statement = { title, shows, ownerPostId, dueOn, serves };
				const command = { ...statement, submissionKey: keyOf(0) };
				about.key = await addAction(app, lead, assignment, command);
			}
		},
		...sample.then.map((step, number): Happening => {
			const submissionKey = keyOf(number + 1);
			return {
				at: instantOf(step.day, (step.day === addedOn ? LATE + 50 : minute % LATE) + number),
				async run(app) {
					const name = { ...assignment, action: about.key };
					const stamp = { version: about.version++, submissionKey };
					if (step.step === 'move-date') {
						const { ownerPostId } = about;
						const { dueOn, reason } = step;
						const statement = { title, shows, ownerPostId, dueOn, serves, reason };
						await changeAction(app, lead, name, { ...statement, ...stamp });
					} else await stepAction(app, lead, name, { ...moveOf(step), ...stamp });
				}
			};
		})
	];
}

function moveOf(step: Exclude<SampleActionStep, { step: 'move-date' }>) {
	return step.step === 'complete'
		? { verb: step.step, doneOn: step.day }
		: { verb: step.step, reason: step.reason };
}
