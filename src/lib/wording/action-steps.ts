import type { ActionStep } from '#lib/domain/action.ts';

export interface ActionStepWords {
	/** The link beside the action. */
	readonly link: string;
	readonly title: string;
	readonly button: string;
	readonly explanation: string;
	readonly reason?: { readonly label: string; readonly hint: string };
}

export const ACTION_STEP_WORDS: Record<ActionStep, ActionStepWords> = {
	change: {
		link: 'Change',
		title: 'Change the action',
		button: 'Save changes',
		explanation: 'What it was before stays in its history.'
	},
	complete: {
		link: 'Complete',
		title: 'Complete the action',
		button: 'Complete',
		explanation:
			'Say that this step is done. It stays in the plan, and the assignment keeps its status.'
	},
	reopen: {
		link: 'Reopen',
		title: 'Reopen the action',
		button: 'Reopen',
		explanation: 'The action is planned again, with the due date that it had.',
		reason: {
			label: 'Why you are reopening it',
			hint: 'For example, what was done has turned out not to be enough.'
		}
	},
	drop: {
		link: 'Drop',
		title: 'Drop the action',
		button: 'Drop the action',
		explanation:
			'The action stays in the plan, marked as dropped, with your reason. It can be reopened.',
		reason: {
			label: 'Why it will not be done',
			hint: 'For example, another step has taken its place. Name that step.'
		}
	}
};
