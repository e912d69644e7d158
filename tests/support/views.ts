import type { ViewPage } from '#lib/domain/saved-view.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { saveView } from '#lib/server/services/saved-views.ts';
import { aKey } from './assignment-facts.ts';
import { submit } from './routes.ts';
import type { TestApp } from './test-app.ts';
import type { WayIn } from './ways-in.ts';

let serial = 0;

/** A view of somebody's own. @returns its key */
export function aView(app: TestApp, actor: Actor, page: ViewPage = 'dashboard'): Promise<string> {
	const name = `View ${++serial}`;
	return saveView(app, actor, { page, name, query: 'region=London', submissionKey: key() });
}

/** Everybody may keep views of their own, and change no other. */
export const VIEW_WAYS: readonly WayIn[] = [
	way('/(app)/views/new', 'default', async () => ({
		page: 'dashboard',
		query: 'region=London',
		name: `View ${++serial}`
	})),
	way('/(app)/views', 'rename', async (app, actor) => ({
		view: await aView(app, actor),
		name: `View ${++serial}`
	})),
	way('/(app)/views', 'end', async (app, actor) => ({ view: await aView(app, actor) }))
];

function way(
	id: string,
	action: string,
	fieldsOf: (app: TestApp, actor: Actor) => Promise<Readonly<Record<string, string>>>
): WayIn {
	return {
		name: `${id} ${action}`,
		needs: null,
		done: [303],
		async make(app, scene, role) {
			const fields = { ...(await fieldsOf(app, scene.people[role])), submissionKey: key() };
			return (actor) => submit(app, actor, { id, action, params: {} }, fields);
		}
	};
}

function key(): string {
	return aKey().padEnd(16, 'x');
}
