import type { Actor } from '#lib/domain/actor.ts';
import { listTokens } from '#lib/server/db/queries/token.ts';
import { createToken } from '#lib/server/services/tokens.ts';
import { aKey } from './assignment-facts.ts';
import { submit } from './routes.ts';
import type { Scene } from './scene.ts';
import type { TestApp } from './test-app.ts';
import type { Needs, WayIn } from './ways-in.ts';

/** Everybody makes and revokes their own, and an administrator revokes anybody's. */
export const TOKEN_WAYS: readonly WayIn[] = [
	{
		name: '/(app)/account/tokens/new default',
		needs: null,
		// What is made is shown in the answer, this once.
		done: [200],
		make: async (app) => (actor) => {
			const fields = { purpose: 'api', name: 'A sheet', scopes: 'counts', days: '30' };
			const asked = { id: '/(app)/account/tokens/new', action: 'default', params: {} };
			return submit(app, actor, asked, { ...fields, submissionKey: key() });
		}
	},
	revoking('/(app)/account/tokens', null, (scene, role) => scene.people[role]),
	revoking(
		'/(app)/people/[id]/tokens',
		{ of: 'service', action: 'manage-people' },
		(scene) => scene.people.inspector
	)
];

function revoking(
	id: string,
	needs: Needs | null,
	whose: (scene: Scene, role: keyof Scene['people']) => Actor
): WayIn {
	return {
		...{ name: `${id} revoke`, needs, done: [303] },
		async make(app, scene, role) {
			const holder = whose(scene, role);
			const token = String(await aToken(app, holder));
			const asked = { id, action: 'revoke', params: { id: String(holder.personId) } };
			return (actor) => submit(app, actor, asked, { token });
		}
	};
}

let made = 0;

/** A token for programs. @returns the number of its row */
async function aToken(app: TestApp, actor: Actor): Promise<number> {
	made += 1;
	const command = { purpose: 'api' as const, name: `Sheet ${made}`, scopes: ['counts'] as const };
	await createToken(app, actor, { ...command, days: 30, submissionKey: key() });
	const [latest] = await listTokens(app.db.read, actor.personId);
	return latest!.id;
}

function key(): string {
	return aKey().padEnd(16, 'x');
}
