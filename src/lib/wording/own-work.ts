import type { OwnWork } from '#lib/domain/own-work.ts';

/** What comes next of an assignment, as its organisation reads it. */
export const NEXT_STEP_WORDS: Readonly<Record<OwnWork, string>> = {
	overdue: 'Give an update',
	returned: 'See what is missing',
	owed: 'Give an update',
	'due-soon': 'Give an update',
	'under-way': 'Nothing due now',
	'with-inspectorate': 'The inspectorate decides',
	closed: 'Nothing'
};
