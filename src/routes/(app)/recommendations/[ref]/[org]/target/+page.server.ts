import { parseTarget } from '#lib/forms/target.ts';
import { setTarget } from '#lib/server/services/targets.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadAssignmentForm(event, 'set-target');

export const actions: Actions = {
	default: formAction({
		parse: parseTarget,
		carryOut: (event, command) =>
			setTarget(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'target-set'
	})
};
