import { Refusal } from '#lib/domain/refusal.ts';
import { SAMPLE_SIGN_INS } from '#lib/domain/sample.ts';
import { readHeldForm } from '#lib/forms/held-form.ts';
import { parseCredentials } from '#lib/forms/sign-in.ts';
import { whoseSession } from '#lib/server/auth/sessions.ts';
import { limitBody } from '#lib/server/files/limit-body.ts';
import { readServiceFacts } from '#lib/server/reads/service-facts.ts';
import { signIn } from '#lib/server/services/sign-in.ts';
import { safeNext } from '#lib/wording/safe-next.ts';
import { redirect } from '@sveltejs/kit';
import { readSessionCookie, setSessionCookie } from '../../../session-cookie.ts';
import { failure, readTyped, refused } from '../../form-action.ts';
import { visitorOf } from '../visitor.ts';
import { answer, holdForm } from './hold-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
	const next = safeNext(url.searchParams.get('next'));
	if (locals.actor && request.method === 'GET') redirect(303, next);
	const { isSample } = await readServiceFacts(locals.app.db);
	return { next, sample: isSample ? SAMPLE_SIGN_INS : [] };
};

/** A held form arrives percent-encoded, which makes some scripts three times as long. */
const BODY_MAX = 2 * 1024 * 1024;

export const actions: Actions = {
	enter: async (event) => {
		const { app } = event.locals;
		const typed = await readTyped(limitBody(event.request, BODY_MAX));
		const parsed = parseCredentials(typed);
		if (!parsed.ok) return failure(422, typed, parsed.problems);
		const held = readHeldForm(typed['held']);
		const writer = await whoseSession(app, readSessionCookie(event.cookies, app.origin));
		const signedIn = await signIn(app, parsed.command, visitorOf(event)).catch(
			(thrown: unknown) => {
				if (thrown instanceof Refusal) return thrown;
				throw thrown;
			}
		);
		if (signedIn instanceof Refusal) return refused(signedIn, typed);
		setSessionCookie(event.cookies, app.origin, signedIn.token);
		if (!held) redirect(303, safeNext(typed['next']));
		// Text that somebody else left in this browser is not for the eyes of whoever signs in after them.
		const isTheirs = writer === null || writer === signedIn.personId;
		return answer({ back: { held: isTheirs ? held : null } });
	},
	hold: holdForm
};
