import type { AssignmentStatus } from '#lib/domain/status.ts';
import type { Look } from './look.ts';

export interface StatusLook extends Look {
	/** One letter for the matrix, where a word has no room. Always shown with a key. */
	readonly code: string;
}

export const STATUS_LOOK: Record<AssignmentStatus, StatusLook> = {
	'not-started': {
		word: 'Not started',
		code: 'N',
		shape: 'circle-empty',
		tone: 'grey',
		meaning: 'The organisation has not said that work has begun.'
	},
	'in-progress': {
		word: 'In progress',
		code: 'P',
		shape: 'circle-half',
		tone: 'blue',
		meaning: 'The organisation is working on it.'
	},
	'reported-complete': {
		word: 'Reported complete',
		code: 'R',
		shape: 'circle-full',
		tone: 'teal',
		meaning: 'The organisation says that it is complete. The inspectorate has not decided yet.'
	},
	returned: {
		word: 'Returned',
		code: 'T',
		shape: 'return',
		tone: 'orange',
		meaning: 'The inspectorate did not confirm the claim and said what is missing.'
	},
	confirmed: {
		word: 'Confirmed',
		code: 'C',
		shape: 'tick',
		tone: 'green',
		meaning: 'The inspectorate has confirmed that it is complete.'
	},
	'not-applicable': {
		word: 'Not applicable',
		code: 'X',
		shape: 'dash',
		tone: 'grey',
		meaning: 'The inspectorate agreed that it does not apply to this organisation.'
	},
	'not-accepted': {
		word: 'Not accepted',
		code: 'D',
		shape: 'cross',
		tone: 'purple',
		meaning: 'The organisation does not accept it, and the inspectorate has recorded why.'
	},
	'no-further-action': {
		word: 'No further action',
		code: 'F',
		shape: 'diamond',
		tone: 'grey',
		meaning:
			'The inspectorate needs nothing more, for example because a later inspection covers it.'
	}
};
