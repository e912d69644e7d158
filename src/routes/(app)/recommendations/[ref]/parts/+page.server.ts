import { randomUUID } from 'node:crypto';
import { parsePartsList } from '#lib/forms/parts.ts';
import { readPartsForm } from '#lib/server/reads/parts.ts';
import { setParts } from '#lib/server/services/parts.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	recommendation: await orErrorPage(() => readPartsForm(locals.app, acting(locals), params.ref)),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parsePartsList,
		carryOut: ({ locals, params }, command) =>
			setParts(locals.app, acting(locals), params.ref ?? '', command),
		goTo: ({ params }) => paths.recommendation(params.ref ?? ''),
		banner: () => 'parts-written'
	})
};
