import { momentOf } from '#lib/domain/clock.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { record, SOMEBODY } from '../audit/record.ts';
import { isPasswordRight } from '../auth/password.ts';
import { endSession, endSessionsOf, openSession, type Session } from '../auth/sessions.ts';
import { claimAttempt, forgiveAttempt, type Attempt } from '../auth/throttle.ts';
import type { Context } from '../db/context.ts';
import { accountOf, findAccount, type Account } from '../db/queries/person-account.ts';

export interface Credentials {
	readonly email: string;
	readonly password: string;
}

/** Where the request came from. */
export interface Visitor {
	/** The client's IP address, as the server was told to find it. */
	readonly address: string;
	/** The session whose cookie came along, open or not. */
	readonly sessionId?: string | undefined;
}

export interface SignedIn {
	readonly personId: number;
	/** For the cookie. */
	readonly token: string;
}

/**
 * A new session for the right password. What an unknown address and a wrong password get is the same
 * refusal after the same work.
 * @throws Refusal 'too-many-attempts', 'sign-in-failed', or (with the right password) 'person-deactivated'
 */
export async function signIn(
	context: Context,
	{ email, password }: Credentials,
	visitor: Visitor
): Promise<SignedIn> {
	const moment = momentOf(context.clock);
	const attempt: Attempt = { door: 'sign-in', account: email, address: visitor.address };
	await context.db.write((tx) => claimAttempt(tx, attempt, moment.at));
	const account = await findAccount(context.db.read, email);
	if (!(await isPasswordRight(account?.passwordHash, password)) || !account) {
		await recordRefusal(context, account);
		throw new Refusal('sign-in-failed');
	}
	if (account.deactivatedAt !== null) throw new Refusal('person-deactivated');
	return context.db.write(async (tx) => {
		checkUnchanged(await accountOf(tx, account.id), account);
		await forgiveAttempt(tx, attempt);
		if (visitor.sessionId !== undefined) await endSession(tx, visitor.sessionId, moment.at);
		const token = await openSession(tx, account.id, moment.at);
		const actor = { personId: account.id, name: account.name };
		await record(tx, { action: 'session.sign-in', actor, moment, particulars: {} });
		return { personId: account.id, token };
	});
}

export async function signOut(context: Context, { actor, sessionId }: Session): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		await endSession(tx, sessionId, moment.at);
		await record(tx, { action: 'session.sign-out', actor, moment, particulars: {} });
	});
}

/** Ends every session of the person but the one that asks. @returns how many */
export function signOutOthers(context: Context, { actor, sessionId }: Session): Promise<number> {
	const moment = momentOf(context.clock);
	return context.db.write(async (tx) => {
		const ended = await endSessionsOf(tx, actor.personId, moment.at, sessionId);
		if (ended > 0) {
			const particulars = { sessions: ended };
			await record(tx, { action: 'session.end-others', actor, moment, particulars });
		}
		return ended;
	});
}

/**
 * Written for an unknown address too, so that the work is the same, but only an address that has an account
 * is kept: people type passwords into the wrong box, and the trail forgets nothing.
 */
async function recordRefusal(context: Context, account: Account | undefined): Promise<void> {
	const moment = momentOf(context.clock);
	const particulars = account ? { personId: account.id, email: account.email } : {};
	await context.db.write((tx) =>
		record(tx, { action: 'session.refused', actor: SOMEBODY, moment, particulars })
	);
}

/** The password was checked outside the transaction; it or the account may have changed meanwhile. */
function checkUnchanged(now: Account, then: Account): void {
	if (now.deactivatedAt !== null) throw new Refusal('person-deactivated');
	if (now.passwordHash !== then.passwordHash) throw new Refusal('sign-in-failed');
}
