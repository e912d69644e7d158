import { randomUUID } from 'node:crypto';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseInvitation } from '#lib/forms/people.ts';
import { listOrganisationChoices } from '#lib/server/reads/person.ts';
import { invite } from '#lib/server/services/people.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	orErrorPage(async () => {
		mustBeAbleTo(acting(locals), 'manage-people');
		const organisations = await listOrganisationChoices(locals.app);
		return { organisations, submissionKey: randomUUID() };
	});

export const actions: Actions = {
	default: formAction({
		parse: parseInvitation,
		carryOut: ({ locals }, { submissionKey: key, ...facts }) =>
			invite(locals.app, acting(locals), { ...facts, key }),
		// Where no mail is sent, the administrator hands the link over, and sees it this once.
		answer: ({ locals }, { name }, { link, personId }) =>
			locals.app.config.smtpUrl === undefined ? { made: { name, link, personId } } : undefined,
		goTo: () => paths.people(),
		banner: () => 'invitation-sent'
	})
};
