import { signOut } from '#lib/server/services/sign-in.ts';
import { paths } from '#lib/wording/paths.ts';
import { redirect } from '@sveltejs/kit';
import { clearSessionCookie } from '../../../session-cookie.ts';
import { showBanner } from '../../banner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.actor) redirect(303, paths.signIn());
};

export const actions: Actions = {
	default: async ({ locals, cookies }) => {
		const { app, actor, sessionId } = locals;
		if (actor && sessionId !== undefined) await signOut(app, { actor, sessionId });
		clearSessionCookie(cookies, app.origin);
		showBanner(cookies, 'signed-out');
		redirect(303, paths.signIn());
	}
};
