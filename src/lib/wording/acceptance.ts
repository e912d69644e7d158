import type { Acceptance } from '#lib/domain/acceptance.ts';
import type { Look } from './look.ts';

export const ACCEPTANCE_LOOK: Record<Acceptance, Look> = {
	'not-recorded': {
		word: 'Not recorded',
		shape: 'question',
		tone: 'grey',
		meaning: 'The organisation has not recorded whether it accepts the recommendation.'
	},
	accepted: {
		word: 'Accepted',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation accepts the recommendation.'
	},
	'partly-accepted': {
		word: 'Partly accepted',
		shape: 'circle-half',
		tone: 'yellow',
		meaning: 'The organisation accepts part of the recommendation and has said which.'
	},
	'not-accepted': {
		word: 'Not accepted',
		shape: 'cross',
		tone: 'purple',
		meaning: 'The organisation does not accept the recommendation and has said why.'
	}
};
