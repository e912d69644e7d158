import type { Flow } from '#lib/domain/movement.ts';

/** What a list of one flow is of. */
export const FLOW_WORDS: Readonly<Record<Flow, string>> = {
	added: 'Added',
	reopened: 'Reopened',
	confirmed: 'Confirmed',
	closedOtherwise: 'Closed otherwise'
};
