import { parseRevocation } from '#lib/forms/token.ts';
import { readOwnTokens } from '#lib/server/reads/tokens.ts';
import { revokeToken } from '#lib/server/services/tokens.ts';
import { paths } from '#lib/wording/paths.ts';
import { acting } from '../../../acting.ts';
import { formAction } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	tokens: await readOwnTokens(locals.app, acting(locals))
});

export const actions: Actions = {
	revoke: formAction({
		parse: parseRevocation,
		carryOut: ({ locals }, { token }) => revokeToken(locals.app, acting(locals), token),
		goTo: () => paths.tokens(),
		banner: () => 'token-revoked'
	})
};
