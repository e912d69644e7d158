import { momentOf } from '#lib/domain/clock.ts';
import { checkNewPassword } from '#lib/domain/password.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { record } from '../audit/record.ts';
import { voidLinks } from '../auth/one-time-links.ts';
import { hashPassword, isPasswordRight } from '../auth/password.ts';
import { endSessionsOf, openSession, type Session } from '../auth/sessions.ts';
import { claimAttempt, forgiveAttempt, type Attempt } from '../auth/throttle.ts';
import type { Context } from '../db/context.ts';
import { accountOf, setPasswordHash } from '../db/queries/person-account.ts';
import { mailPasswordChanged } from '../mail/doors.ts';

export interface PasswordChange {
	readonly currentPassword: string;
	readonly password: string;
}

/**
 * Changes one's own password. Every session ends, because whoever had the old password may sit in one.
 * @param address the client's IP address
 * @returns the token of a new session for the person who asked
 * @throws Refusal 'too-many-attempts', 'password-wrong', or one of `checkNewPassword`
 */
export async function changePassword(
	context: Context,
	{ actor }: Session,
	{ currentPassword, password }: PasswordChange,
	address: string
): Promise<string> {
	const moment = momentOf(context.clock);
	checkNewPassword(password, actor);
	const attempt: Attempt = { door: 'change-password', account: actor.email, address };
	await context.db.write((tx) => claimAttempt(tx, attempt, moment.at));
	const before = await accountOf(context.db.read, actor.personId);
	if (!(await isPasswordRight(before.passwordHash, currentPassword))) throw passwordWrong();
	const passwordHash = await hashPassword(password);
	return context.db.write(async (tx) => {
		const now = await accountOf(tx, actor.personId);
		if (now.passwordHash !== before.passwordHash) throw passwordWrong();
		await forgiveAttempt(tx, attempt);
		await setPasswordHash(tx, actor.personId, passwordHash);
		await voidLinks(tx, 'reset', actor.personId, moment.at);
		await endSessionsOf(tx, actor.personId, moment.at);
		await record(tx, { action: 'person.change-password', actor, moment, particulars: {} });
		await mailPasswordChanged(tx, actor, moment.at);
		return openSession(tx, actor.personId, moment.at);
	});
}

function passwordWrong(): Refusal {
	return new Refusal('password-wrong', { field: 'currentPassword' });
}
