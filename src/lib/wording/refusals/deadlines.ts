import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { formatDay } from '../dates.ts';
import { plural } from '../counts.ts';
import { numberFact, type RefusalWords } from './words.ts';

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
	'phrase-needed': {
		message: 'Enter the phrase as worded, or choose how to set the deadline by hand'
	},
	'phrase-unreadable': {
		message:
			'This phrase cannot be read as one deadline, and it is not guessed. Choose its kind, and set the last day by hand with the rule that gives it'
	},
	'deadline-not-applicable': {
		message:
			'That a recommendation does not apply is no deadline. It is agreed on the page of the assignment'
	},
	'last-day-needed': { message: 'Enter the last day on which it is met' },
	'last-day-unwanted': { message: 'Leave the day empty where no deadline is set' },
	'rule-needed': { message: 'Enter how the last day follows, in words that a reader can check' },
	'reach-changed': {
		message: ({ count }) =>
			`The assignments have changed since you opened this page: ${plural(numberFact(count) ?? 0, 'assignment')} would get this date now. Look at them again before you confirm`
	},
	'granted-day-needed': { message: 'Enter the deadline that you grant' }
};
