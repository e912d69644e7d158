import { ACCEPTANCES, type Acceptance } from '#lib/domain/acceptance.ts';
import { addDays, earlier } from '#lib/domain/plain-date.ts';
import { hasSection55Duty, section55LastDay } from '#lib/domain/section55.ts';
import { recordSection55 } from '#lib/server/services/section55.ts';
import type { Seed } from '../seed/load.ts';
import type { SampleCalendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import { instantOf, type Happening } from './happening.ts';
import { chanceOf, type Chance } from './random.ts';
import type { SampleStory } from './step.ts';

/** Most bodies publish in time; of every ten one is late and one is not heard of. */
export function section55(
	{ inspection: { inspection }, organisations }: Seed,
	stories: readonly SampleStory[],
	{ ago }: SampleCalendar,
	cast: Cast,
	seed: string
): Happening[] {
	const recordedOn = ago(120);
	return organisations.filter(hasSection55Duty).flatMap(({ code }, index) => {
		const numbers = stories
			.filter(({ assignment }) => assignment.organisation === code)
			.map(({ assignment }) => assignment.number);
		const chance = chanceOf(`${seed}/section-55/${code}`);
		if (numbers.length === 0 || index % 10 === 7) return [];
		const dueOn = section55LastDay(inspection.publishedOn);
		const isLate = index % 10 === 3;
		const published = addDays(dueOn, isLate ? chance.between(2, 40) : -chance.between(0, 25));
		return [
			{
				at: instantOf(recordedOn, index),
				run: (app) =>
					recordSection55(app, cast.actor('inspector2', ''), code, {
						inspection: inspection.code,
						publishedOn: earlier(published, recordedOn),
						url: `https://commissioner.example/${code.toLowerCase()}/section-55`,
						positions: numbers.map((number) => positionOn(number, chance)),
						version: 0,
						submissionKey: `sample-section-55-${code}`
					})
			}
		];
	});
}

const NOTES: Readonly<Record<Acceptance, string | undefined>> = {
	'not-recorded': undefined,
	accepted: 'The commissioner asks for progress at each performance meeting.',
	'partly-accepted': 'Training goes ahead; new posts wait for next year’s budget.',
	'not-accepted': 'The commissioner points to the collaboration that is in place already.'
};

function positionOn(number: number, chance: Chance) {
	const acceptance = chance.happens(0.8) ? 'accepted' : chance.pick(ACCEPTANCES);
	return { number, acceptance, comment: NOTES[acceptance] };
}
