import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { parseRevocation } from '#lib/forms/token.ts';
import { readPerson } from '#lib/server/reads/person.ts';
import { readTokensOf } from '#lib/server/reads/tokens.ts';
import { revokeToken } from '#lib/server/services/tokens.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../../acting.ts';
import { formAction, orErrorPage } from '../../../../form-action.ts';
import { personIdOf } from '../person-id.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	orErrorPage(async () => {
		const { id, name } = await readPerson(
			event.locals.app,
			acting(event.locals),
			personIdOf(event)
		);
		return {
			of: { id, name },
			tokens: await readTokensOf(event.locals.app, acting(event.locals), id)
		};
	});

export const actions: Actions = {
	revoke: formAction({
		parse: parseRevocation,
		carryOut: ({ locals }, { token }) => {
			mustBeAbleTo(acting(locals), 'manage-people');
			return revokeToken(locals.app, acting(locals), token);
		},
		goTo: (event) => paths.tokensOf(personIdOf(event)),
		banner: () => 'token-revoked'
	})
};
