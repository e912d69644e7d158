import type { Queryable } from '../db/open.ts';
import { outbox } from '../db/schema/service.ts';

/** Plain text; subject and body come from `wording/mail.ts`. */
export interface Message {
	readonly subject: string;
	readonly body: string;
}

/** One row per address, in the transaction of the change that the message tells of. */
export async function enqueue(
	tx: Queryable,
	to: readonly string[],
	message: Message,
	at: number
): Promise<void> {
	const addresses = [...new Set(to)];
	if (addresses.length === 0) return;
	await tx.insert(outbox).values(addresses.map((address) => ({ to: address, ...message, at })));
}
