import type { MailWords } from '#lib/wording/mail.ts';
import type { Queryable } from '../db/open.ts';
import { outbox } from '../db/schema/service.ts';

/** One row per address, in the transaction of the change that the message tells of. */
export async function enqueue(
	tx: Queryable,
	to: readonly string[],
	message: MailWords,
	at: number
): Promise<void> {
	const addresses = [...new Set(to)];
	if (addresses.length === 0) return;
	await tx
		.insert(outbox)
		.values(addresses.map((to) => ({ to, subject: message.subject, body: message.text, at })));
}
