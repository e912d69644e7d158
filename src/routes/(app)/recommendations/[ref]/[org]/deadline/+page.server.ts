import { parseDeadline } from '#lib/forms/deadline.ts';
import { setDeadline } from '#lib/server/services/deadlines.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAssignmentForm(event, 'set-deadline');

export const actions: Actions = {
	default: formAction({
		parse: parseDeadline,
		carryOut: (event, command) =>
			setDeadline(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'deadline-set'
	})
};
