import { readPerson, readPostsHeld } from '#lib/server/reads/person.ts';
import { deactivate } from '#lib/server/services/people-access.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import { personIdOf } from '../person-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	orErrorPage(async () => {
		const { id, name } = await readPerson(locals.app, acting(locals), personIdOf({ params }));
		return { id, name, posts: await readPostsHeld(locals.app, acting(locals), id) };
	});

export const actions: Actions = {
	default: formAction({
		parse: () => ({ ok: true, command: undefined }),
		carryOut: (event) => deactivate(event.locals.app, acting(event.locals), personIdOf(event)),
		goTo: (event) => paths.person(personIdOf(event)),
		banner: () => 'account-off'
	})
};
