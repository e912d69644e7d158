import { parseEndOfWaiting, parseWaiting } from '#lib/forms/waiting.ts';
import { readWaitingForm } from '#lib/server/reads/waiting-form.ts';
import { endWaiting, recordWaiting } from '#lib/server/services/waiting.ts';
import { acting } from '../../../../../acting.ts';
import { backToAssignment, loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadAssignmentForm(event, 'record-waiting')),
	...(await readWaitingForm(event.locals.app, acting(event.locals), nameOf(event)))
});

export const actions: Actions = {
	begin: formAction({
		parse: parseWaiting,
		carryOut: (event, command) =>
			recordWaiting(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'waiting-recorded'
	}),
	end: formAction({
		parse: parseEndOfWaiting,
		carryOut: (event, command) =>
			endWaiting(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: backToAssignment,
		banner: () => 'waiting-ended'
	})
};
