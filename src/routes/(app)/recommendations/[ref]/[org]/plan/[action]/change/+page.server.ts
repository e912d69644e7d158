import { parseChangedAction } from '#lib/forms/action.ts';
import { readActionChoices } from '#lib/server/reads/action-choices.ts';
import { changeAction } from '#lib/server/services/actions.ts';
import { acting } from '../../../../../../../acting.ts';
import { actionNameOf, backToPlan, loadActionForm } from '../../../../../../../action-form.ts';
import { formAction } from '../../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const name = actionNameOf(event);
	return {
		...(await loadActionForm(event, 'change')),
		...(await readActionChoices(event.locals.app, acting(event.locals), name, name.action))
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parseChangedAction,
		carryOut: (event, command) =>
			changeAction(event.locals.app, acting(event.locals), actionNameOf(event), command),
		goTo: (event) => backToPlan(event),
		banner: () => 'action-change'
	})
};
