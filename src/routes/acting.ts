import type { Actor } from '#lib/domain/actor.ts';
import type { Session } from '#lib/server/auth/sessions.ts';
import { error } from '@sveltejs/kit';

/** Whoever is signed in. The hooks let nobody else through; should they ever fail, this does not. */
export function acting(locals: App.Locals): Actor {
	if (!locals.actor) error(401, 'Sign in first');
	return locals.actor;
}

/** The same with the session, for what somebody does about their own sessions. */
export function actingSession(locals: App.Locals): Session {
	const actor = acting(locals);
	if (locals.sessionId === undefined) error(401, 'Sign in first');
	return { actor, sessionId: locals.sessionId };
}
