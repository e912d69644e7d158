import {
	REPORTING_RHYTHMS,
	type OwedOutcome,
	type ReportingRhythm
} from '#lib/domain/reporting-rhythm.ts';
import type { Look } from './look.ts';

export const RHYTHM_WORD: Readonly<Record<ReportingRhythm, string>> = {
	none: 'No rhythm',
	monthly: 'Every month',
	quarterly: 'Every quarter'
};

export const RHYTHM_HINT: Readonly<Record<ReportingRhythm, string>> = {
	none: 'Nothing opens by itself. You can open a period by hand.',
	monthly: 'A period opens on the first day of each month and closes on its last.',
	quarterly: 'A period opens on 1 January, 1 April, 1 July and 1 October.'
};

export function isRhythm(text: string): text is ReportingRhythm {
	return (REPORTING_RHYTHMS as readonly string[]).includes(text);
}

/** 'owed' while the period is open and nothing has been reported. */
export const OWED_LOOK: Readonly<Record<OwedOutcome | 'owed', Look>> = {
	owed: {
		word: 'Update owed',
		shape: 'clock',
		tone: 'yellow',
		meaning: 'The period is open and the organisation has not given its update yet.'
	},
	reported: {
		word: 'Reported',
		shape: 'tick',
		tone: 'green',
		meaning: 'The organisation gave an update, or claimed completion, within the period.'
	},
	'not-reported': {
		word: 'Not reported',
		shape: 'question',
		tone: 'orange',
		meaning: 'The period closed without an update.'
	},
	'closed-meanwhile': {
		word: 'Closed meanwhile',
		shape: 'dash',
		tone: 'grey',
		meaning: 'The assignment was closed before the period ended, and no update was needed any more.'
	}
};
