import { deadlineFields, parseDeadline } from '#lib/forms/deadline.ts';
import { typedOf } from '#lib/forms/parse.ts';
import { setDeadline } from '#lib/server/services/deadlines.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was entered comes in the address, and is checked on the same page before it is recorded. */
export const load: PageServerLoad = async (event) => ({
	...(await loadAssignmentForm(event, 'set-deadline')),
	entered: deadlineFields(typedOf(event.url.searchParams)),
	isEditing: event.url.searchParams.has('edit')
});

export const actions: Actions = {
	default: formAction({
		parse: parseDeadline,
		carryOut: (event, command) =>
			setDeadline(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'deadline-set'
	})
};
