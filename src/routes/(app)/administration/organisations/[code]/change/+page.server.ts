import { randomUUID } from 'node:crypto';
import { parseChangedOrganisation } from '#lib/forms/organisation.ts';
import { readOrganisationSettings } from '#lib/server/reads/organisation-settings.ts';
import { changeOrganisation } from '#lib/server/services/organisation-changes.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(async () => {
		const actor = acting(locals);
		const { organisation, seen } = await readOrganisationSettings(locals.app, actor, params.code);
		return { settings: { organisation, seen }, submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseChangedOrganisation,
		carryOut: ({ locals, params }, command) =>
			changeOrganisation(locals.app, acting(locals), params.code ?? '', command),
		goTo: ({ params }) => paths.organisationSettings(params.code ?? ''),
		banner: () => 'organisation-changed'
	})
};
