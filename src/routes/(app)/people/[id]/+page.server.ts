import { parseRoleChange } from '#lib/forms/people.ts';
import { listOrganisationChoices, readPerson } from '#lib/server/reads/person.ts';
import { reactivate } from '#lib/server/services/people-access.ts';
import { setRoles } from '#lib/server/services/people-roles.ts';
import { renewInvitation } from '#lib/server/services/people.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction, orErrorPage } from '../../../form-action.ts';
import { personIdOf } from './person-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(async () => {
		const actor = acting(locals);
		const person = await readPerson(locals.app, actor, personIdOf({ params }));
		const organisations = await listOrganisationChoices(locals.app);
		return { details: person, organisations, isSelf: person.id === actor.personId };
	});

const nothingTyped = () => ({ ok: true, command: undefined }) as const;

export const actions: Actions = {
	roles: formAction({
		parse: parseRoleChange,
		carryOut: (event, change) =>
			setRoles(event.locals.app, acting(event.locals), personIdOf(event), change),
		goTo: (event) => paths.person(personIdOf(event)),
		banner: () => 'roles-set'
	}),
	renew: formAction({
		parse: nothingTyped,
		carryOut: (event) => renewInvitation(event.locals.app, acting(event.locals), personIdOf(event)),
		answer: ({ locals }, _nothing, { link }) =>
			locals.app.config.smtpUrl === undefined ? { link } : undefined,
		goTo: (event) => paths.person(personIdOf(event)),
		banner: () => 'invitation-sent'
	}),
	reactivate: formAction({
		parse: nothingTyped,
		carryOut: (event) => reactivate(event.locals.app, acting(event.locals), personIdOf(event)),
		goTo: (event) => paths.person(personIdOf(event)),
		banner: () => 'account-on'
	})
};
