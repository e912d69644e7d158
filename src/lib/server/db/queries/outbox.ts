import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { outbox } from '../schema/service.ts';

export type OwedMessage = typeof outbox.$inferSelect;

/** After this many failures, some seventeen hours after it was written, a message is no longer tried. */
export const ATTEMPTS_MAX = 10;
const MINUTE = 60_000;

/** Messages to try now, oldest first: after each failure a message waits twice as long, from one minute on. */
export function dueMessages(db: Queryable, now: number, limit: number): Promise<OwedMessage[]> {
	return db
		.select()
		.from(outbox)
		.where(
			and(
				isNull(outbox.sentAt),
				lt(outbox.attempts, ATTEMPTS_MAX),
				sql`${outbox.at} + ((1 << ${outbox.attempts}) - 1) * ${MINUTE} <= ${now}`
			)
		)
		.orderBy(asc(outbox.id))
		.limit(limit);
}

/** The body that is kept has no secrets in it any more. */
export async function markSent(
	tx: Queryable,
	id: number,
	body: string,
	sentAt: number
): Promise<void> {
	await tx.update(outbox).set({ sentAt, body, lastError: null }).where(eq(outbox.id, id));
}

export async function markFailed(tx: Queryable, id: number, lastError: string): Promise<void> {
	await tx
		.update(outbox)
		.set({ attempts: sql`${outbox.attempts} + 1`, lastError })
		.where(eq(outbox.id, id));
}
