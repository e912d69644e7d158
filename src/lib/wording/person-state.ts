import type { PersonState } from '#lib/domain/people-filter.ts';
import type { Look } from './look.ts';

export const PERSON_STATE_LOOK: Readonly<Record<PersonState, Look>> = {
	active: {
		word: 'Active',
		shape: 'circle-full',
		tone: 'green',
		meaning: 'Has chosen a password and can sign in.'
	},
	invited: {
		word: 'Invited',
		shape: 'circle-empty',
		tone: 'blue',
		meaning: 'Has not yet chosen a password.'
	},
	deactivated: {
		word: 'Switched off',
		shape: 'dash',
		tone: 'grey',
		meaning: 'Cannot sign in. What they did stays in the record.'
	}
};
