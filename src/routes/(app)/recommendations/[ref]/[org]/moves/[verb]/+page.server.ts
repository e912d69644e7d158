import { isVerdict } from '#lib/domain/review.ts';
import { isVerb, moveOf } from '#lib/domain/status.ts';
import { parseMove } from '#lib/forms/move.ts';
import { moveAssignment } from '#lib/server/services/assignment-moves.ts';
import { paths } from '#lib/wording/paths.ts';
import { error, redirect } from '@sveltejs/kit';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../../assignment-form.ts';
import { linkToRequest } from '../../../../../../exemption-first.ts';
import { formAction } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	if (isVerdict(event.params.verb)) redirect(307, reviewOf(event));
	const verb = verbOf(event.params.verb);
	const loaded = await loadAssignmentForm(event, verb);
	const move = moveOf(verb);
	return {
		...loaded,
		verb,
		conditions: move.conditions,
		isPossible: move.from.includes(loaded.assignment.status),
		isBarred: loaded.assignment.isExemptionAsked && move.conditions.includes('nothing-asked')
	};
};

export const actions: Actions = {
	default: (event) => {
		const verb = verbOf(event.params.verb);
		return formAction({
			parse: (typed) => parseMove(verb, typed),
			carryOut: (_event, command) =>
				moveAssignment(event.locals.app, acting(event.locals), nameOf(event), command),
			goTo: backToAssignment,
			explain: linkToRequest,
			banner: () => verb
		})(event);
	}
};

function verbOf(text: string) {
	// A claim has a page of its own beside this one, and so has the decision on it.
	if (!isVerb(text) || text === 'report-complete' || isVerdict(text)) error(404, 'Page not found');
	return text;
}

/** Where a claim is decided: an address that somebody kept still leads there. */
function reviewOf(event: Parameters<PageServerLoad>[0]): string {
	const { reference, organisation } = nameOf(event);
	return paths.review(reference, organisation);
}
