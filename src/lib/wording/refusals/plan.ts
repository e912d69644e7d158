import type { ActionState } from '#lib/domain/action.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { parsePlainDate } from '#lib/domain/plain-date.ts';
import { ACTION_STATE_LOOK } from '../actions.ts';
import { formatNumber } from '../counts.ts';
import { formatDay } from '../dates.ts';
import { STATUS_LOOK } from '../status.ts';
import { numberFact, textFact, type RefusalWords } from './words.ts';

export const PLAN_REFUSALS: Readonly<Record<string, RefusalWords>> = {
	'action-not-possible': {
		title: 'This is no longer possible',
		message: ({ state }) =>
			isState(state)
				? `This cannot be done while the action is ${ACTION_STATE_LOOK[state].word.toLowerCase()}. Somebody may have changed it since you opened the page.`
				: 'The action cannot be changed in this way. Somebody may have changed it since you opened the page.'
	},
	'due-before-publication': {
		message: ({ publishedOn }) => {
			const day = typeof publishedOn === 'string' ? parsePlainDate(publishedOn) : null;
			return day === null
				? 'The due date must be on or after the day when the inspection was published'
				: `The due date must be on or after ${formatDay(day)}, when the inspection was published`;
		}
	},
	'due-move-needs-reason': { message: 'Enter why you are changing the due date' },
	'serves-nothing': { message: 'Select at least one recommendation that the action serves' },
	'plan-closed': {
		title: 'This plan is closed',
		message: ({ reference, status }) =>
			`No action can be added to the plan of ${textFact(reference, 'this assignment')} while ${isStatus(status) ? `its status is “${STATUS_LOOK[status].word}”` : 'it is closed'}.`
	},
	'plan-full': {
		message: ({ max }) =>
			`A plan can hold ${formatNumber(numberFact(max) ?? 0)} actions. Add this step to an action that is there already.`
	},
	'part-needs-showing': { message: 'Enter what shows that this part is met' },
	'part-retired': {
		title: 'The parts have changed',
		message:
			'An inspector changed the parts since you opened this page. Nothing has been saved: look at the parts as they are now, and record them again.'
	},
	'part-deadline-unreadable': {
		message:
			'No deadline can be read from these words. Enter only the words of the deadline, such as “by March 2027”, or leave them out.'
	},
	'part-label-twice': {
		message: ({ label }) =>
			`There are two parts with the letter ${textFact(label, 'you entered')}. Change one of them.`
	},
	'part-label-shape': {
		message: 'Enter a letter or number of up to 10 characters, without spaces, as it is printed'
	},
	'too-many-parts': {
		message: ({ max }) =>
			`A recommendation can have ${formatNumber(numberFact(max) ?? 0)} parts or fewer`
	},
	'plan-reordered': {
		title: 'The order has changed',
		message:
			'Somebody else has changed the order of this plan. It is shown as it stands now. Move the action again if it still needs to move.'
	}
};

function isState(fact: unknown): fact is ActionState {
	return typeof fact === 'string' && Object.hasOwn(ACTION_STATE_LOOK, fact);
}

function isStatus(fact: unknown): fact is AssignmentStatus {
	return typeof fact === 'string' && Object.hasOwn(STATUS_LOOK, fact);
}
