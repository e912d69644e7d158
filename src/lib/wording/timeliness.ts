import { DUE_SOON_DAYS, type Timeliness } from '#lib/domain/timeliness.ts';
import { formatNumber } from './counts.ts';
import type { Look } from './look.ts';

export const TIMELINESS_LOOK: Record<Timeliness, Look> = {
	overdue: {
		word: 'Overdue',
		shape: 'warning',
		tone: 'red',
		meaning: 'The current deadline has passed.'
	},
	rescheduled: {
		word: 'Past original date',
		shape: 'hourglass',
		tone: 'orange',
		meaning: 'The original deadline has passed. A later one was agreed and has not passed.'
	},
	'due-soon': {
		word: `Due within ${DUE_SOON_DAYS} days`,
		shape: 'clock',
		tone: 'yellow',
		meaning: `The deadline is today or within the next ${DUE_SOON_DAYS} days.`
	},
	later: {
		word: 'Due later',
		shape: 'dash',
		tone: 'grey',
		meaning: `The deadline is more than ${DUE_SOON_DAYS} days away.`
	},
	'no-date': {
		word: 'No deadline set',
		shape: 'question',
		tone: 'grey',
		meaning: 'Nobody has set a deadline. It is counted as neither late nor on time.'
	}
};

/** '43 if no deadline had been moved'; null where that is the very number of those that are overdue. */
export function wouldBeOverdueWords(overdue: number, wouldBeOverdue: number): string | null {
	if (overdue === wouldBeOverdue) return null;
	return `${formatNumber(wouldBeOverdue)} if no deadline had been moved`;
}
