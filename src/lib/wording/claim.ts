import type { ClaimPoint, ClaimProblem } from '#lib/domain/claim-check.ts';
import { formatDay } from './dates.ts';

/** 'Part b', 'Criterion 2', or what is asked of the recommendation as a whole. */
export function pointName({ kind, label }: Pick<ClaimPoint, 'kind' | 'label'>): string {
	if (kind === 'whole') return 'The whole recommendation';
	return kind === 'part' ? `Part ${label}` : `Criterion ${label}`;
}

/** What is wrong, in one sentence without its full stop, as a link or a message shows it. */
export function claimProblemText(problem: ClaimProblem): string {
	switch (problem.code) {
		case 'no-evidence':
			return 'Add at least one piece of evidence before you report this complete';
		case 'part-not-met':
			return `${pointName(problem.point)} is open: it is not recorded as met`;
		case 'nothing-shows-it':
			return problem.point.kind === 'whole'
				? 'Select the evidence that shows it'
				: `Select the evidence that shows ${pointName(problem.point).toLowerCase()}`;
		case 'action-open':
			return `Action ${problem.position} is still planned: ${problem.title}`;
		case 'shown-in-future':
			return `The date of what “${problem.title}” shows is in the future: ${formatDay(problem.shownOn)}`;
		case 'no-owner':
			return 'No post owns this assignment';
		case 'no-update':
			return 'There is no update in this reporting period';
	}
}
