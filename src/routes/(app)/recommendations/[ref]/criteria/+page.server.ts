import { randomUUID } from 'node:crypto';
import { parseCriteria } from '#lib/forms/criteria.ts';
import { readCriteriaForm } from '#lib/server/reads/criteria.ts';
import { setCriteria } from '#lib/server/services/criteria.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	recommendation: await orErrorPage(() => readCriteriaForm(locals.app, acting(locals), params.ref)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseCriteria,
		carryOut: ({ locals, params }, command) =>
			setCriteria(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendation(params.ref ?? ''),
		banner: () => 'criteria-written'
	})
};
