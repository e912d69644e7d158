import { parsePasswordChange } from '#lib/forms/password.ts';
import { readOwnAccount } from '#lib/server/reads/person.ts';
import { changePassword } from '#lib/server/services/password.ts';
import { signOutOthers } from '#lib/server/services/sign-in.ts';
import { paths } from '#lib/wording/paths.ts';
import { setSessionCookie } from '../../../session-cookie.ts';
import { acting, actingSession } from '../../acting.ts';
import { formAction } from '../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	account: await readOwnAccount(locals.app, acting(locals))
});

export const actions: Actions = {
	password: formAction({
		parse: parsePasswordChange,
		carryOut: async ({ locals, cookies, getClientAddress }, change) => {
			const session = actingSession(locals);
			const token = await changePassword(locals.app, session, change, getClientAddress());
			setSessionCookie(cookies, locals.app.origin, token);
		},
		goTo: () => paths.account(),
		banner: () => 'password-changed'
	}),
	others: formAction({
		parse: () => ({ ok: true, command: undefined }),
		carryOut: ({ locals }) => signOutOthers(locals.app, actingSession(locals)),
		goTo: () => paths.account(),
		banner: () => 'signed-out-elsewhere'
	})
};
