import type { Actor } from '#lib/domain/actor.ts';
import { isTokenAlive, usedHour, type TokenPurpose } from '#lib/domain/token.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { readToken } from '../db/queries/token.ts';
import { personalToken } from '../db/schema/token.ts';
import { randomText, sha256 } from './secret.ts';

/** Begins every token, so that programs that look for leaked secrets know one. */
const PREFIX = 'rectrk_';

/** A new secret; only `hashOfToken` of it is stored. */
export function newToken(): string {
	return `${PREFIX}${randomText(32)}`;
}

export function hashOfToken(token: string): string {
	return sha256(token).toString('hex');
}

export interface TokenHolder {
	readonly tokenId: number;
	readonly actor: Actor;
	readonly scopes: readonly string[];
}

/**
 * Whose token it is, with their roles of this moment; null for one that was never given, is revoked or over,
 * is for another purpose, or is of somebody whose account is switched off.
 */
export async function authenticateToken(
	{ db, clock }: Context,
	token: string,
	purpose: TokenPurpose
): Promise<TokenHolder | null> {
	if (!/^rectrk_[\w-]{43}$/.test(token)) return null;
	const now = clock.now();
	const found = await readToken(db.read, hashOfToken(token));
	if (!found || found.purpose !== purpose || found.deactivatedAt !== null) return null;
	if (!isTokenAlive(found, now)) return null;
	if (found.lastUsedAt !== usedHour(now)) {
		await db.write((tx) =>
			tx
				.update(personalToken)
				.set({ lastUsedAt: usedHour(now) })
				.where(eq(personalToken.id, found.id))
		);
	}
	const { id: tokenId, personId, name, email, roles } = found;
	return { tokenId, actor: { personId, name, email, roles }, scopes: found.scopes.split(' ') };
}
