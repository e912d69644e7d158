import { plainDate } from '#lib/domain/plain-date.ts';
import { describe, expect, test } from 'vitest';
import { readSeed } from '../seed/load.ts';
import { sampleCalendar } from './calendar.ts';
import { writeStories } from './make-sample.ts';
import type { SampleStep, SampleStory } from './step.ts';
import { NUMBERS_WITH_PARTS, partTexts } from './texts/parts.ts';

const SEED = readSeed();
const DAYS = ['2026-03-02', '2026-12-01', '2028-02-29'].map(plainDate);

describe.each(DAYS)('the parts of the sample of %s', (today) => {
	const calendar = sampleCalendar(SEED.inspection.inspection.publishedOn, today);
	const stories = writeStories(SEED, calendar);
	const withParts = stories.filter(({ assignment: { number } }) =>
		NUMBERS_WITH_PARTS.includes(number)
	);

	test('belong to two recommendations, and nobody speaks of parts of another', () => {
		const spoken = stories.filter(({ steps }) => steps.some(({ act }) => act === 'part'));
		expect(spoken.every((story) => withParts.includes(story))).toBe(true);
		expect(new Set(spoken.map(({ assignment }) => assignment.reference))).toEqual(
			new Set(['OIC-7', 'OIC-10'])
		);
	});

	test('are all met when a claim is made, and only said of while there is work to do', () => {
		for (const { assignment, steps } of withParts) {
			const met = new Map(partTexts(assignment.number).map(({ label }) => [label, false]));
			let isWorkable = true;
			for (const step of steps) {
				if (step.act === 'part') {
					expect(isWorkable, `${assignment.reference}/${assignment.organisation}`).toBe(true);
					expect(met.get(step.label)).toBe(!step.isMet);
					met.set(step.label, step.isMet);
				}
				if (step.act !== 'move') continue;
				if (step.verb === 'report-complete') expect([...met.values()]).not.toContain(false);
				isWorkable = ['return', 'withdraw-claim', 'reopen'].includes(step.verb);
			}
		}
	});

	test('show every state that a page can show', () => {
		const met = withParts.map((story) => [...latest(story).values()].filter(Boolean).length);
		for (const number of [0, 1, 2, 3]) expect(met).toContain(number);
		const said = withParts.flatMap(({ steps }) => steps).filter(isPart);
		expect(said.some(({ isMet }) => !isMet)).toBe(true);
	});

	test('are still to be met by Kent where it has not begun', () => {
		const kent = withParts.filter(({ assignment }) => assignment.organisation === 'KENT');
		expect(kent.map((story) => [story.assignment.reference, latest(story).size])).toEqual([
			['OIC-7', 3],
			['OIC-10', 0]
		]);
	});
});

test('every text of a part says that it is invented', () => {
	const texts = NUMBERS_WITH_PARTS.flatMap((number) => partTexts(number));
	for (const { text } of texts) expect(text).toMatch(/^Invented for the sample: /);
});

function isPart(step: SampleStep): step is SampleStep & { act: 'part' } {
	return step.act === 'part';
}

/** Whether each part is met at the end, by its label. */
function latest({ steps }: SampleStory): Map<string, boolean> {
	return new Map(steps.filter(isPart).map(({ label, isMet }) => [label, isMet]));
}
