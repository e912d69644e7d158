import { isActionStep } from '#lib/domain/action.ts';
import { parseActionStep } from '#lib/forms/action.ts';
import { stepAction } from '#lib/server/services/action-moves.ts';
import { error } from '@sveltejs/kit';
import { acting } from '../../../../../../../acting.ts';
import { actionNameOf, backToPlan, loadActionForm } from '../../../../../../../action-form.ts';
import { formAction } from '../../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const verb = verbOf(event.params.verb);
	return { ...(await loadActionForm(event, verb)), verb };
};

export const actions: Actions = {
	default: (event) => {
		const verb = verbOf(event.params.verb);
		return formAction({
			parse: (typed) => parseActionStep(verb, typed),
			carryOut: (_event, command) =>
				stepAction(event.locals.app, acting(event.locals), actionNameOf(event), command),
			goTo: () => backToPlan(event),
			banner: () => `action-${verb}`
		})(event);
	}
};

function verbOf(text: string) {
	// Changing has a page of its own.
	if (!isActionStep(text) || text === 'change') error(404, 'Page not found');
	return text;
}
