import type { AssignmentStatus, Condition, Verb } from '#lib/domain/status.ts';

/** The conditions that a person fills in; the others are facts of the record. */
export type MoveField = Extract<Condition, 'statement' | 'reason' | 'basis'>;

export interface FieldWords {
	readonly label: string;
	readonly hint: string;
}

export interface MoveWords {
	readonly button: string;
	readonly title: string;
	readonly explanation: string;
	/** One for each condition of the move that a person fills in. */
	readonly fields: Readonly<Partial<Record<MoveField, FieldWords>>>;
	/** Completes "OIC-7 for Kent Police …" in the success banner. */
	readonly done: string;
}

export const MOVE_WORDS: Record<Verb, MoveWords> = {
	start: {
		button: 'Start work',
		title: 'Start work',
		explanation: 'Say that your organisation has begun work on this recommendation.',
		fields: {},
		done: 'is now in progress'
	},
	'report-complete': {
		button: 'Report complete',
		title: 'Report complete',
		explanation:
			'Tell the inspectorate that this is complete, and which evidence shows it. An inspector will confirm it or return it with reasons. You get a receipt that you can keep.',
		fields: {
			statement: {
				label: 'What has been done',
				hint: 'Say what your organisation has done, what has changed because of it, and which evidence shows it.'
			}
		},
		done: 'is reported complete and waiting for the inspectorate'
	},
	'withdraw-claim': {
		button: 'Withdraw the claim',
		title: 'Withdraw the claim',
		explanation:
			'The inspectorate will not decide this claim. The claim stays in the history and the assignment goes back to in progress.',
		fields: {
			reason: {
				label: 'Why you are withdrawing the claim',
				hint: 'For example, something that you relied on has turned out not to be finished.'
			}
		},
		done: 'is in progress again, because its claim was withdrawn'
	},
	resume: {
		button: 'Resume work',
		title: 'Resume work',
		explanation: 'Say that your organisation is working on what the inspectorate found missing.',
		fields: {},
		done: 'is in progress again'
	},
	confirm: {
		button: 'Confirm',
		title: 'Confirm that this is complete',
		explanation:
			'Your name and what your decision rests on go into the record. A confirmed assignment can be reopened, with reasons.',
		fields: {
			basis: {
				label: 'What your decision rests on',
				hint: 'Select the main thing that satisfied you.'
			}
		},
		done: 'is confirmed'
	},
	return: {
		button: 'Return with reasons',
		title: 'Return with reasons',
		explanation: 'The organisation will see your reasons and can report complete again.',
		fields: {
			reason: {
				label: 'Why you are returning it',
				hint: 'Say what is missing and what would satisfy you.'
			}
		},
		done: 'is returned to the organisation'
	},
	reopen: {
		button: 'Reopen',
		title: 'Reopen',
		explanation:
			'The assignment goes back to in progress and counts as open again. The earlier decision stays in the history.',
		fields: {
			reason: {
				label: 'Why you are reopening it',
				hint: 'Say what has changed or come to light since the decision.'
			}
		},
		done: 'is open again and in progress'
	},
	'set-not-applicable': {
		button: 'Set not applicable',
		title: 'Set not applicable',
		explanation:
			'The assignment stays in the record, with your reason and name, and no longer counts towards the total.',
		fields: {
			reason: {
				label: 'Why it does not apply',
				hint: 'For example, the inspectorate has already inspected this organisation on the matter.'
			}
		},
		done: 'is set as not applicable'
	},
	'set-not-accepted': {
		button: 'Set not accepted',
		title: 'Set not accepted',
		explanation:
			'HMICFRS recommends, it does not order. The assignment stays in the record, with the reason, and no longer counts towards the total.',
		fields: {
			reason: {
				label: 'Why the organisation does not accept it',
				hint: 'Give the reason in the words that the organisation has used.'
			}
		},
		done: 'is set as not accepted'
	},
	'set-no-further-action': {
		button: 'No further action',
		title: 'Close with no further action',
		explanation:
			'The assignment stays in the record, with your reason and name, and no longer counts towards the total.',
		fields: {
			reason: {
				label: 'Why no further action is needed',
				hint: 'For example, a later inspection has superseded it. Name the inspection.'
			}
		},
		done: 'is closed with no further action needed'
	}
};

/** 'OIC-7 for Kent Police is confirmed.' */
export function moveDone(verb: Verb, reference: string, organisation: string): string {
	return `${reference} for ${organisation} ${MOVE_WORDS[verb].done}.`;
}

/** The heading of a claim or decision in the list of them. */
export const DECISION_TITLES: Record<Verb | 'allocate', string> = {
	allocate: 'Allocated',
	start: 'Work started',
	'report-complete': 'Reported complete',
	'withdraw-claim': 'Claim withdrawn',
	resume: 'Work resumed',
	confirm: 'Confirmed',
	return: 'Returned with reasons',
	reopen: 'Reopened',
	'set-not-applicable': 'Set not applicable',
	'set-not-accepted': 'Set not accepted',
	'set-no-further-action': 'Closed with no further action'
};

/** What an update can say about the work besides its narrative: nothing once there is a claim. */
export function progressChoices(status: AssignmentStatus): { value: string; text: string }[] {
	if (status === 'not-started') {
		return [
			{ value: 'start', text: 'Work has begun: in progress' },
			{ value: '', text: 'Work has not begun: not started' }
		];
	}
	if (status === 'returned') {
		return [
			{ value: 'resume', text: 'Work has resumed: in progress' },
			{ value: '', text: 'Work has not resumed: stays returned' }
		];
	}
	return [];
}
