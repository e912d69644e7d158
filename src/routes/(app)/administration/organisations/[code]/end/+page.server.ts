import { randomUUID } from 'node:crypto';
import { parseEnd } from '#lib/forms/organisation.ts';
import { readEnd } from '#lib/server/reads/organisation-settings.ts';
import { endOrganisation } from '#lib/server/services/succession.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	end: await orErrorPage(() =>
		readEnd(locals.app, acting(locals), params.code, url.searchParams.get('successor'))
	),
	submissionKey: randomUUID()
});

export const actions: Actions = {
	default: formAction({
		parse: parseEnd,
		carryOut: ({ locals, params }, command) =>
			endOrganisation(locals.app, acting(locals), params.code ?? '', command),
		goTo: ({ params }) => paths.organisationSettings(params.code ?? ''),
		banner: () => 'organisation-ended'
	})
};
