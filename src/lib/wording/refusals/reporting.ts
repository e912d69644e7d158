import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import { textFact, type RefusalWords } from './words.ts';

/** Reporting periods and their rhythm. */
export const REPORTING_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'period-opens-later': { message: 'A period opens on its first day, not before it' },
	'period-is-over': { message: 'The last day of the period must be today or in the future' },
	'nothing-owed': {
		message:
			'Nobody would owe an update: no organisation has had work to do since before the first day of the period.'
	},
	'period-runs': {
		message: ({ closesOn }) => {
			const day = parsePlainDate(textFact(closesOn, ''));
			const until = day === null ? '' : ` until the end of ${formatDay(day)}`;
			return `The period runs${until}. It can be closed from the day after.`;
		}
	},
	'period-closed': { message: 'The period has been closed already. Nothing was changed.' },
	'comments-before-report': {
		message: 'The comments cannot have been published before the report'
	},
	'comments-in-future': { message: 'The day of publication must be today or in the past' },
	'response-changed': {
		message:
			'Somebody else has recorded this response meanwhile. Open the page again and look at it.'
	},
	'rhythm-changed': {
		message:
			'Somebody else has changed how often updates are asked for. See what it is now, and choose again.'
	},
	'rhythm-unchanged': { message: 'Select another rhythm than the one that is set' }
};
