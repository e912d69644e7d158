import { eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { auditEntry } from '../schema/audit.ts';

/** The number of the entry that has this hash, or null: with a hash noted elsewhere, nothing before it was changed. */
export async function findEntryByHash(db: Queryable, hash: string): Promise<number | null> {
	const [entry] = await db
		.select({ sequence: auditEntry.sequence })
		.from(auditEntry)
		.where(eq(auditEntry.hash, hash));
	return entry?.sequence ?? null;
}
