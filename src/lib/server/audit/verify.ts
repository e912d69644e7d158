import { CHAIN_START, type Particulars } from '#lib/domain/audit-entry.ts';
import { asc, gt } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { chainHash } from './record.ts';

export interface ChainCheck {
	/** Entries read and found in order. */
	readonly entries: number;
	/** The hash of the last of them. */
	readonly head: string;
	/** The first sequence number that does not fit, if any. */
	readonly brokenAt: number | null;
}

const BATCH = 1000;

/** Recomputes the whole chain, in batches: no entry is missing, out of order or changed. */
export async function verifyChain(db: Queryable): Promise<ChainCheck> {
	let head = CHAIN_START;
	let entries = 0;
	for (;;) {
		const rows = await db
			.select()
			.from(auditEntry)
			.where(gt(auditEntry.sequence, entries))
			.orderBy(asc(auditEntry.sequence))
			.limit(BATCH);
		for (const row of rows) {
			const expected = chainHash(head, entries + 1, {
				...row,
				particulars: JSON.parse(row.particulars) as Particulars
			});
			if (row.sequence !== entries + 1 || row.previousHash !== head || row.hash !== expected) {
				return { entries, head, brokenAt: row.sequence };
			}
			entries += 1;
			head = row.hash;
		}
		if (rows.length < BATCH) return { entries, head, brokenAt: null };
	}
}
