import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import { findSharedView, listViews } from '../db/queries/saved-view.ts';

/**
 * What the actor keeps, by page and name, and the one of them that is to be changed.
 * @throws Refusal 'not-found' for a key that is not the actor's
 */
export async function readViews({ db }: Context, actor: Actor, change?: string) {
	const views = await listViews(db.read, actor.personId);
	const chosen = change === undefined ? null : views.find(({ key }) => key === change);
	if (chosen === undefined) throw notFound('view');
	return { views, chosen };
}

/** What the link of a view opens. @throws Refusal 'not-found' */
export function readSharedView({ db }: Context, key: string) {
	return findSharedView(db.read, key);
}
