import { randomUUID } from 'node:crypto';
import { parseAllocation } from '#lib/forms/allocation.ts';
import { readAllocationForm } from '#lib/server/reads/administration.ts';
import { allocate } from '#lib/server/services/allocation.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	allocation: await orErrorPage(() => readAllocationForm(locals.app, acting(locals), params.ref)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseAllocation,
		carryOut: ({ locals, params }, command) =>
			allocate(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendationSettings(params.ref ?? ''),
		banner: () => 'allocation-added'
	})
};
