import { parseProgressUpdate } from '#lib/forms/progress-update.ts';
import { addUpdate } from '#lib/server/services/progress-updates.ts';
import { acting } from '../../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../../assignment-form.ts';
import { formAction } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAssignmentForm(event, 'add-update');

export const actions: Actions = {
	default: formAction({
		parse: parseProgressUpdate,
		carryOut: (event, command) =>
			addUpdate(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'update-added'
	})
};
