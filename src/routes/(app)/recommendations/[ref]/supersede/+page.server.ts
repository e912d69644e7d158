import { randomUUID } from 'node:crypto';
import { parseSupersession } from '#lib/forms/after-closure.ts';
import { readSupersessionForm } from '#lib/server/reads/supersession.ts';
import { supersede } from '#lib/server/services/supersession.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	recommendation: await orErrorPage(() =>
		readSupersessionForm(locals.app, acting(locals), params.ref)
	),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseSupersession,
		carryOut: ({ locals, params }, command) =>
			supersede(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendation(params.ref ?? ''),
		banner: () => 'recommendation-superseded'
	})
};
