import { parseNewAction } from '#lib/forms/action.ts';
import { readActionChoices } from '#lib/server/reads/action-choices.ts';
import { addAction } from '#lib/server/services/actions.ts';
import { acting } from '../../../../../../acting.ts';
import { backToPlan } from '../../../../../../action-form.ts';
import { loadAssignmentForm, nameOf } from '../../../../../../assignment-form.ts';
import { formAction } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadAssignmentForm(event, 'write-plan')),
	...(await readActionChoices(event.locals.app, acting(event.locals), nameOf(event)))
});

export const actions: Actions = {
	default: formAction({
		parse: parseNewAction,
		carryOut: (event, command) =>
			addAction(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: (event) => backToPlan(event),
		banner: () => 'action-added'
	})
};
