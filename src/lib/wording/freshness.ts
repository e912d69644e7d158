import type { Freshness } from '#lib/domain/freshness.ts';
import type { Look } from './look.ts';

/** Of what the organisation works on before any period has asked about it. */
export const NOT_ASKED_WORD = 'Not asked yet';

export const FRESHNESS_LOOK: Record<Freshness, Look> = {
	reported: {
		word: 'Reported this period',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation has given an update since the latest reporting period opened.'
	},
	owed: {
		word: 'Update owed',
		shape: 'clock',
		tone: 'yellow',
		meaning: 'The reporting period is open and the organisation has not given its update yet.'
	},
	'not-reported': {
		word: 'Not reported',
		shape: 'question',
		tone: 'orange',
		meaning: 'A reporting period closed without an update. The status shown is from an earlier one.'
	}
};
