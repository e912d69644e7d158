import type { LinkPurpose } from '#lib/domain/password.ts';
import { parseNewPassword } from '#lib/forms/password.ts';
import type { App } from '#lib/server/app.ts';
import { whoseLink, type LinkUse } from '#lib/server/services/password-link.ts';
import { paths } from '#lib/wording/paths.ts';
import { refusalMessage } from '#lib/wording/refusal.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import { formAction } from '../form-action.ts';
import { visitorOf } from './visitor.ts';

/** Whom a one-time link is for; a page that says so where it works no longer. */
export async function loadLink(event: RequestEvent, purpose: LinkPurpose) {
	const owner = await whoseLink(event.locals.app, purpose, tokenOf(event));
	if (!owner) error(410, refusalMessage({ code: 'invitation-not-valid' }).title);
	return { owner };
}

/** The form behind such a link. The session of whoever is signed in in this browser plays no part. */
export function choosePassword(use: (app: App, link: LinkUse) => Promise<void>) {
	return formAction({
		parse: parseNewPassword,
		carryOut: (event, { password }) =>
			use(event.locals.app, {
				token: tokenOf(event),
				password,
				address: visitorOf(event).address
			}),
		goTo: () => paths.signIn(),
		banner: () => 'password-chosen'
	});
}

function tokenOf({ params }: RequestEvent): string {
	return params['token'] ?? '';
}
