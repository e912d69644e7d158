import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { can } from '#lib/domain/policy.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import {
	isTokenAlive,
	tokenExpiry,
	TOKENS_MAX,
	type TokenPurpose,
	type TokenScope
} from '#lib/domain/token.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import { hashOfToken, newToken } from '../auth/tokens.ts';
import type { Context } from '../db/context.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { listTokens } from '../db/queries/token.ts';
import { person } from '../db/schema/person.ts';
import { personalToken } from '../db/schema/token.ts';

export interface TokenCommand {
	readonly purpose: TokenPurpose;
	/** What it is for, in the words of whoever makes it. */
	readonly name: string;
	/** For programs alone. */
	readonly scopes: readonly TokenScope[];
	readonly days: number;
	readonly submissionKey: string;
}

/**
 * A secret that stands for whoever makes it, with what they may see and no more.
 * @returns the token, which is stored nowhere and can be shown this once
 * @throws Refusal 'already-submitted', 'scope-needed' or 'too-many-tokens'
 */
export async function createToken(
	context: Context,
	actor: Actor,
	{ purpose, name, scopes, days, submissionKey }: TokenCommand
): Promise<string> {
	const moment = momentOf(context.clock);
	const token = newToken();
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, submissionKey, moment);
		if (purpose === 'api' && scopes.length === 0) {
			throw new Refusal('scope-needed', { field: 'scopes' });
		}
		const own = await listTokens(tx, actor.personId);
		if (own.filter((one) => isTokenAlive(one, moment.at)).length >= TOKENS_MAX) {
			throw new Refusal('too-many-tokens', { facts: { max: TOKENS_MAX } });
		}
		await tx.insert(personalToken).values({
			...{ tokenHash: hashOfToken(token), personId: actor.personId, purpose, name },
			scopes: purpose === 'api' ? scopes.join(' ') : '',
			createdAt: moment.at,
			expiresAt: tokenExpiry(purpose, days, moment.at)
		});
		await record(tx, {
			action: 'token.create',
			actor,
			moment,
			particulars: { name, purpose, scopes: scopes.join(' ') }
		});
	});
	return token;
}

/**
 * The token is dead from now on: one's own, or as an administrator anybody's. One that is revoked stays so.
 * @throws Refusal 'not-found', also for one of somebody else
 */
export async function revokeToken(context: Context, actor: Actor, id: number): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const [found] = await tx
			.select({
				personId: personalToken.personId,
				name: personalToken.name,
				revokedAt: personalToken.revokedAt,
				person: person.name
			})
			.from(personalToken)
			.innerJoin(person, eq(person.id, personalToken.personId))
			.where(eq(personalToken.id, id));
		const isTheirs = found?.personId === actor.personId || can(actor, 'manage-people');
		if (!found || !isTheirs) throw notFound('token');
		if (found.revokedAt !== null) return;
		await tx.update(personalToken).set({ revokedAt: moment.at }).where(eq(personalToken.id, id));
		await record(tx, {
			action: 'token.revoke',
			actor,
			moment,
			particulars: { name: found.name, person: found.person }
		});
	});
}
