import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { checkNewPassword } from '#lib/domain/password.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { record, SOMEBODY } from '../audit/record.ts';
import {
	findLink,
	issueLink,
	useLink,
	voidLinks,
	type LinkPurpose
} from '../auth/one-time-links.ts';
import { hashPassword } from '../auth/password.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { claimAttempt, forgiveAttempt, type Attempt } from '../auth/throttle.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import {
	accountOf,
	findAccount,
	setPasswordHash,
	type Account
} from '../db/queries/person-account.ts';
import { mailPasswordChanged, mailReset, resetAddress } from '../mail/doors.ts';

export interface LinkUse {
	readonly token: string;
	readonly password: string;
	/** The client's IP address. */
	readonly address: string;
}

/**
 * Sends a link to choose a new password, if the address belongs to somebody who may sign in. The caller
 * answers the same either way.
 * @throws Refusal 'too-many-attempts', counted for known and unknown addresses alike
 */
export async function askForReset(context: Context, email: string, address: string): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		await claimAttempt(tx, { door: 'reset', account: email, address }, moment.at);
		const account = await findAccount(tx, email);
		if (!account || account.deactivatedAt !== null || account.passwordHash === null) return;
		const link = await issueLink(tx, 'reset', account.id, null, moment.at);
		await record(tx, {
			action: 'person.ask-reset',
			actor: SOMEBODY,
			moment,
			particulars: { personId: account.id, name: account.name }
		});
		await mailReset(tx, account, link, context.origin, moment.at);
	});
}

/**
 * For the command line, where nobody can sign in any more: the address of a link to choose a new password.
 * @throws Refusal 'not-found', 'person-deactivated'
 */
export function issueResetLink(context: Context, email: string): Promise<string> {
	const { at } = momentOf(context.clock);
	return context.db.write(async (tx) => {
		const account = await findAccount(tx, email);
		if (!account) throw notFound('person');
		if (account.deactivatedAt !== null) throw new Refusal('person-deactivated');
		const link = await issueLink(tx, 'reset', account.id, null, at);
		return resetAddress(context.origin, link.token);
	});
}

/** Whom the link is for while it works; null afterwards. */
export async function whoseLink(
	context: Context,
	purpose: LinkPurpose,
	token: string
): Promise<{ name: string; email: string } | null> {
	const personId = await findLink(context.db.read, purpose, token, context.clock.now());
	if (personId === null) return null;
	const { name, email, deactivatedAt } = await accountOf(context.db.read, personId);
	return deactivatedAt === null ? { name, email } : null;
}

/**
 * @throws Refusal 'invitation-not-valid', 'too-many-attempts', or one of `checkNewPassword`
 */
export function acceptInvitation(context: Context, use: LinkUse): Promise<void> {
	return choosePassword(context, 'invitation', use, async (tx, account, moment) => {
		await record(tx, {
			action: 'person.accept-invitation',
			actor: { personId: account.id, name: account.name },
			moment,
			particulars: {}
		});
	});
}

/** Every session of the person ends. @throws Refusal as `acceptInvitation` */
export function resetPassword(context: Context, use: LinkUse): Promise<void> {
	return choosePassword(context, 'reset', use, async (tx, account, moment) => {
		await record(tx, {
			action: 'person.reset-password',
			actor: { personId: account.id, name: account.name },
			moment,
			particulars: { personId: account.id, name: account.name }
		});
		await mailPasswordChanged(tx, account, moment.at);
	});
}

async function choosePassword(
	context: Context,
	purpose: LinkPurpose,
	{ token, password, address }: LinkUse,
	tell: (tx: Queryable, account: Account, moment: Moment) => Promise<void>
): Promise<void> {
	const moment = momentOf(context.clock);
	const attempt: Attempt = { door: 'link', address };
	await context.db.write((tx) => claimAttempt(tx, attempt, moment.at));
	const owner = await whoseLink(context, purpose, token);
	if (!owner) throw notValid();
	checkNewPassword(password, owner);
	const passwordHash = await hashPassword(password);
	await context.db.write(async (tx) => {
		const personId = await useLink(tx, purpose, token, moment.at);
		if (personId === null) throw notValid();
		const account = await accountOf(tx, personId);
		if (account.deactivatedAt !== null) throw notValid();
		await forgiveAttempt(tx, attempt);
		await setPasswordHash(tx, personId, passwordHash);
		await voidLinks(tx, 'invitation', personId, moment.at);
		await voidLinks(tx, 'reset', personId, moment.at);
		await endSessionsOf(tx, personId, moment.at);
		await tell(tx, account, moment);
	});
}

function notValid(): Refusal {
	return new Refusal('invitation-not-valid');
}
