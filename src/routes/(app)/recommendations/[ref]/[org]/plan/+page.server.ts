import { randomUUID } from 'node:crypto';
import { parseReorder } from '#lib/forms/action.ts';
import { readPlan } from '#lib/server/reads/plan.ts';
import { reorderAction } from '#lib/server/services/action-order.ts';
import { acting } from '../../../../../acting.ts';
import { backToPlan } from '../../../../../action-form.ts';
import { nameOf } from '../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	plan: await orErrorPage(() => readPlan(event.locals.app, acting(event.locals), nameOf(event))),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	move: formAction({
		parse: parseReorder,
		carryOut: (event, command) => {
			const name = { ...nameOf(event), action: command.action };
			return reorderAction(event.locals.app, acting(event.locals), name, command);
		},
		goTo: (event, command) => backToPlan(event, command.action),
		banner: () => 'action-moved'
	})
};
