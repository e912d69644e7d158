import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import { textFact, type RefusalWords } from './words.ts';

/** Reading the register as it was. */
export const AS_AT_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'as-at-not-a-day': {
		title: 'There is no such day',
		message: 'The day must be a real date, like 27 3 2026'
	},
	'as-at-after-today': {
		title: 'That day has not come yet',
		message: 'The day must be today or in the past'
	},
	'as-at-before-register': {
		title: 'The register did not exist then',
		message: ({ began }) => {
			const day = parsePlainDate(textFact(began, ''));
			return day
				? `The register began on ${formatDay(day)}. Choose that day or a later one.`
				: 'Nothing is in the register yet, so there is nothing to look back to.';
		}
	}
};
