import { randomUUID } from 'node:crypto';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseNewOrganisation } from '#lib/forms/organisation.ts';
import { addOrganisation } from '#lib/server/services/organisation-changes.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orErrorPage(() => {
		mustBeAbleTo(acting(locals), 'manage-organisations');
		return { submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseNewOrganisation,
		carryOut: ({ locals }, command) => addOrganisation(locals.app, acting(locals), command),
		goTo: (_event, { code }) => paths.organisationSettings(code),
		banner: () => 'organisation-added'
	})
};
