import { parseOwner } from '#lib/forms/owner.ts';
import { readOwnerForm } from '#lib/server/reads/owner-form.ts';
import { nameOwner } from '#lib/server/services/ownership.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadAssignmentForm(event, 'set-owner')),
	...(await readOwnerForm(event.locals.app, acting(event.locals), nameOf(event)))
});

export const actions: Actions = {
	default: formAction({
		parse: parseOwner,
		carryOut: (event, command) =>
			nameOwner(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'owner-set'
	})
};
