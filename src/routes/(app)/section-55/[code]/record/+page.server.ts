import { randomUUID } from 'node:crypto';
import { parseSection55 } from '#lib/forms/section55.ts';
import { readSection55Form } from '#lib/server/reads/section55.ts';
import { recordSection55 } from '#lib/server/services/section55.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const inspection = url.searchParams.get('inspection') || undefined;
	return {
		...(await orErrorPage(() =>
			readSection55Form(locals.app, acting(locals), params.code, inspection)
		)),
		submissionKey: randomUUID()
	};
};

export const actions: Actions = {
	default: formAction({
		parse: parseSection55,
		carryOut: ({ locals, params }, command) =>
			recordSection55(locals.app, acting(locals), params.code ?? '', command),
		goTo: ({ params }, { inspection }) => paths.section55Of(params.code ?? '', inspection),
		banner: () => 'section55-recorded'
	})
};
