import { randomUUID } from 'node:crypto';
import { parsePartStatements } from '#lib/forms/parts.ts';
import { readAssignmentParts } from '#lib/server/reads/parts.ts';
import { recordParts } from '#lib/server/services/part-changes.ts';
import { acting } from '../../../../../acting.ts';
import { backToPlan } from '../../../../../action-form.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { app } = event.locals;
	const about = await orErrorPage(() =>
		readAssignmentParts(app, acting(event.locals), nameOf(event))
	);
	return { ...about, submissionKey: randomUUID() };
};

export const actions: Actions = {
	default: formAction({
		parse: parsePartStatements,
		carryOut: (event, command) =>
			recordParts(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: (event) => backToPlan(event),
		banner: () => 'parts-recorded'
	})
};
