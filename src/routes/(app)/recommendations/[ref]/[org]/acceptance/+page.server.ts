import { parseAcceptance } from '#lib/forms/acceptance.ts';
import { recordAcceptance } from '#lib/server/services/acceptance.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAssignmentForm(event, 'record-acceptance');

export const actions: Actions = {
	default: formAction({
		parse: parseAcceptance,
		carryOut: (event, command) =>
			recordAcceptance(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'acceptance-recorded'
	})
};
