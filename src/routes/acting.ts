import type { Actor } from '#lib/domain/actor.ts';
import { error } from '@sveltejs/kit';

/** Whoever is signed in. The hooks let nobody else through; should they ever fail, this does not. */
export function acting(locals: App.Locals): Actor {
	if (!locals.actor) error(401, 'Sign in first');
	return locals.actor;
}
