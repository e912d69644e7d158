import type { Chance } from './random.ts';
import type { Shape } from './shape.ts';
import type { SampleAct } from './step.ts';
import {
	CLOSED_NOT_ACCEPTED,
	CONFIRMED,
	NO_FURTHER_ACTION,
	NOT_APPLICABLE,
	REOPENED
} from './texts/generic.ts';
import type { Voice } from './voice.ts';

type Decision = Extract<SampleAct, { act: 'move' }>;

// What the inspectorate decides.

const BASES = ['desk-review', 'desk-review', 'visit', 'sample', 'later-inspection'] as const;

export function confirming(chance: Chance): Decision {
	const basis = chance.pick(BASES);
	return { act: 'move', verb: 'confirm', basis, reason: chance.pick(CONFIRMED[basis]) };
}

export function returning(voice: Voice): Decision {
	return { act: 'move', verb: 'return', reason: voice.returned() };
}

/** The ends that are no confirmation, and the reopening of one. */
export function closing({ outcome }: Shape, chance: Chance): Decision {
	switch (outcome) {
		case 'not-applicable':
			return { act: 'move', verb: 'set-not-applicable', reason: chance.pick(NOT_APPLICABLE) };
		case 'not-accepted':
			return { act: 'move', verb: 'set-not-accepted', reason: chance.pick(CLOSED_NOT_ACCEPTED) };
		case 'no-further-action':
			return { act: 'move', verb: 'set-no-further-action', reason: chance.pick(NO_FURTHER_ACTION) };
		case 'reopened':
			return { act: 'move', verb: 'reopen', reason: chance.pick(REOPENED) };
		default:
			throw new RangeError(`A story that is ${outcome} is not closed in this way`);
	}
}
