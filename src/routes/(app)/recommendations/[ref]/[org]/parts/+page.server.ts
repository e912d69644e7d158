import { parsePartStatements } from '#lib/forms/parts.ts';
import { readAssignmentParts } from '#lib/server/reads/parts.ts';
import { recordParts } from '#lib/server/services/part-changes.ts';
import { acting } from '../../../../../acting.ts';
import { backToPlan } from '../../../../../action-form.ts';
import { loadAssignmentForm, nameOf } from '../../../../../assignment-form.ts';
import { formAction } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await loadAssignmentForm(event, 'record-parts')),
	...(await readAssignmentParts(event.locals.app, acting(event.locals), nameOf(event)))
});

export const actions: Actions = {
	default: formAction({
		parse: parsePartStatements,
		carryOut: (event, command) =>
			recordParts(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: (event) => backToPlan(event),
		banner: () => 'parts-recorded'
	})
};
