import { randomUUID } from 'node:crypto';
import { parseCapacity } from '#lib/forms/allocation.ts';
import { readAllocated } from '#lib/server/reads/administration.ts';
import { changeCapacity } from '#lib/server/services/allocation.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../../acting.ts';
import { nameOf } from '../../../../../../assignment-form.ts';
import { formAction, orErrorPage } from '../../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	allocated: await orErrorPage(() =>
		readAllocated(event.locals.app, acting(event.locals), nameOf(event))
	),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseCapacity,
		carryOut: (event, command) =>
			changeCapacity(event.locals.app, acting(event.locals), nameOf(event), command),
		goTo: ({ params }) => paths.recommendationSettings(params.ref ?? ''),
		banner: () => 'capacity-changed'
	})
};
