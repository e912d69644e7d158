import { invitationMail, passwordChangedMail, passwordResetMail } from '#lib/wording/mail.ts';
import { paths } from '#lib/wording/paths.ts';
import type { Queryable } from '../db/open.ts';
import { enqueue } from './enqueue.ts';

/** A one-time link before it has an address. */
interface Link {
	readonly token: string;
	readonly expiresAt: number;
}

interface Addressee {
	readonly name: string;
	readonly email: string;
}

/**
 * @param origin what the link begins with: the configured one, never the Host of a request
 * @returns the whole address, for an administrator to hand over where no mail is sent
 */
export async function mailInvitation(
	tx: Queryable,
	to: Addressee,
	invitedBy: string,
	{ token, expiresAt }: Link,
	origin: string,
	at: number
): Promise<string> {
	const link = origin + paths.invitation(token);
	await enqueue(tx, [to.email], invitationMail({ name: to.name, link, expiresAt, invitedBy }), at);
	return link;
}

export async function mailReset(
	tx: Queryable,
	to: Addressee,
	{ token, expiresAt }: Link,
	origin: string,
	at: number
): Promise<void> {
	const link = resetAddress(origin, token);
	await enqueue(tx, [to.email], passwordResetMail({ name: to.name, link, expiresAt }), at);
}

export async function mailPasswordChanged(tx: Queryable, to: Addressee, at: number): Promise<void> {
	await enqueue(tx, [to.email], passwordChangedMail({ name: to.name, at }), at);
}

/** The whole address, for somebody who reads no mail. */
export function resetAddress(origin: string, token: string): string {
	return origin + paths.reset(token);
}
