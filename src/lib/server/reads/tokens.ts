import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { isTokenAlive } from '#lib/domain/token.ts';
import type { Context } from '../db/context.ts';
import { listTokens } from '../db/queries/token.ts';

/** One's own tokens, those that are dead last. */
export function readOwnTokens(context: Context, actor: Actor) {
	return tokensOf(context, actor.personId);
}

/** Somebody's, for an administrator. @throws Refusal 'not-allowed' */
export function readTokensOf(context: Context, actor: Actor, personId: number) {
	mustBeAbleTo(actor, 'manage-people');
	return tokensOf(context, personId);
}

async function tokensOf({ db, clock }: Context, personId: number) {
	const now = clock.now();
	const tokens = await listTokens(db.read, personId);
	return tokens
		.map((token) => ({ ...token, isAlive: isTokenAlive(token, now) }))
		.toSorted((a, b) => Number(b.isAlive) - Number(a.isAlive));
}
