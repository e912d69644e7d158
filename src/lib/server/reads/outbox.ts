import type { Actor } from '#lib/domain/actor.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { count, desc } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { ATTEMPTS_MAX } from '../db/queries/outbox.ts';
import { outbox } from '../db/schema/service.ts';

export const MESSAGES_PER_PAGE = 50;

export interface MessageRow {
	readonly id: number;
	readonly to: string;
	readonly subject: string;
	readonly at: number;
	readonly sentAt: number | null;
	readonly attempts: number;
	/** No longer tried. */
	readonly isGivenUp: boolean;
	readonly lastError: string | null;
	/** Only where no mail leaves the service; elsewhere it is for its reader alone. */
	readonly body: string | null;
}

/**
 * The messages that were written, latest first.
 * `isMailbox`: nothing is sent, so that an administrator hands messages on by hand
 * @throws Refusal 'not-allowed'
 */
export async function listMessages(
	{ db }: Context,
	actor: Actor,
	asked: { readonly isMailbox: boolean; readonly page: number }
): Promise<{ rows: MessageRow[]; total: number; page: number; pages: number }> {
	mustBeAbleTo(actor, 'read-outbox');
	const [counted] = await db.read.select({ messages: count() }).from(outbox);
	const total = counted?.messages ?? 0;
	const pages = Math.max(1, Math.ceil(total / MESSAGES_PER_PAGE));
	const page = Math.min(asked.page, pages);
	const rows = await db.read
		.select()
		.from(outbox)
		.orderBy(desc(outbox.id))
		.limit(MESSAGES_PER_PAGE)
		.offset((page - 1) * MESSAGES_PER_PAGE);
	return {
		...{ total, page, pages },
		rows: rows.map(({ body, ...row }) => ({
			...row,
			isGivenUp: row.sentAt === null && row.attempts >= ATTEMPTS_MAX,
			body: asked.isMailbox ? body : null
		}))
	};
}
