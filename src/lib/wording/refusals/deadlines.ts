import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import type { RefusalWords } from './words.ts';

export const DEADLINE_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'nothing-to-extend': {
		title: 'There is no deadline to move',
		message: 'This assignment has no deadline, so none can be extended.'
	},
	'claim-needs-no-time': {
		title: 'A claim waits for a decision',
		message:
			'Your organisation has reported this complete. The days that the decision takes do not count against it. Withdraw the claim before you ask for more time.'
	},
	'extension-asked': {
		title: 'This is asked already',
		message:
			'Your organisation has asked for more time already. Withdraw that request first, or wait for the inspectorate.'
	},
	'not-later': {
		message: ({ currentDueOn }) => {
			const day = typeof currentDueOn === 'string' ? parsePlainDate(currentDueOn) : null;
			return day === null
				? 'The new deadline must be later than the one that stands'
				: `The new deadline must be later than ${formatDay(day)}, which is the one that stands`;
		}
	},
	'day-passed': { message: 'The new deadline must be today or later' },
	'same-target': { message: 'Enter another target date than the one that stands' },
	'granted-day-needed': { message: 'Enter the deadline that you grant' }
};
