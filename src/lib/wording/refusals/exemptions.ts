import type { RefusalWords } from './words.ts';

export const EXEMPTION_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'exemption-asked': {
		title: 'A request has to be answered first',
		message:
			'The organisation has asked for this to be not applicable. This cannot be done until that request is decided or withdrawn.'
	},
	'already-asked': {
		title: 'This is asked already',
		message:
			'Your organisation has asked for this to be not applicable already. It waits for the inspectorate.'
	},
	'claim-waits': {
		title: 'A claim waits for a decision',
		message:
			'Your organisation has reported this complete. Withdraw that claim before you ask for it to be not applicable.'
	},
	'nothing-asked': {
		title: 'Nothing waits for an answer',
		message:
			'No request is open: it has been decided or withdrawn since, or there never was one. Open the assignment again.'
	},
	'asker-cannot-decide': {
		title: 'Somebody else must decide this',
		message: 'You asked for this, so you cannot decide it. Ask another inspector.'
	}
};
