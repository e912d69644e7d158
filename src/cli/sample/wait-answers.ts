import type { WaitingResponse } from '#lib/domain/waiting.ts';
import type { SampleCalendar } from './calendar.ts';
import type { SampleStep, SampleStory } from './step.ts';
import { DISPUTED_WAIT } from './texts/generic.ts';

/** By the order of the waits: most are acknowledged, one is disputed, and the last have no answer yet. */
const ANSWERS: readonly { readonly answer: WaitingResponse; readonly reason?: string }[] = [
	{ answer: 'acknowledged' },
	{ answer: 'disputed', reason: DISPUTED_WAIT },
	{ answer: 'acknowledged' },
	{ answer: 'acknowledged' }
];

/** The stories, and in those of the awaited assignments what their lead answers, later than any wait begins. */
export function answered(stories: readonly SampleStory[], calendar: SampleCalendar): SampleStory[] {
	const waits = stories.flatMap(({ assignment: by, steps }) =>
		steps.flatMap((step) => (step.act === 'wait' ? [{ by, step }] : []))
	);
	const answers = new Map<string, SampleStep[]>();
	for (const [index, { by, step }] of waits.entries()) {
		const given = ANSWERS[index];
		if (!given) break;
		const awaited = `${step.onReference}/${step.onOrganisation}`;
		const day = calendar.ago(30 - 3 * index);
		const { reference, organisation } = by;
		const answer: SampleStep = {
			...{ act: 'answer-wait', waiting: { reference, organisation }, ...given },
			...{ day, by: 'lead' }
		};
		answers.set(awaited, [...(answers.get(awaited) ?? []), answer]);
	}
	return stories.map((story) => {
		const { reference, organisation } = story.assignment;
		const more = answers.get(`${reference}/${organisation}`);
		return more ? { ...story, steps: inOrder([...story.steps, ...more]) } : story;
	});
}

/** Stable: what happens on one day stays in the order in which it was written. */
function inOrder(steps: readonly SampleStep[]): SampleStep[] {
	return steps.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
