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

/**
 * Recomputes the whole chain, in batches: no entry is missing, out of order, slipped in or changed. That
 * the last entries were not taken away, only a `head` noted elsewhere can show.
 */
export async function verifyChain(db: Queryable): Promise<ChainCheck> {
	let head = CHAIN_START;
	let entries = 0;
	for (;;) {
		const rows = await readBatch(db, entries);
		for (const row of rows) {
			if (!follows(row, head, entries + 1)) return { entries, head, brokenAt: row.sequence };
			entries += 1;
			head = row.hash;
		}
		if (rows.length < BATCH) return { entries, head, brokenAt: null };
	}
}

/** The first batch begins at the lowest number that there is, so that none below 1 goes unread. */
function readBatch(db: Queryable, after: number) {
	return db
		.select()
		.from(auditEntry)
		.where(after === 0 ? undefined : gt(auditEntry.sequence, after))
		.orderBy(asc(auditEntry.sequence))
		.limit(BATCH);
}

function follows(
	row: typeof auditEntry.$inferSelect,
	previousHash: string,
	sequence: number
): boolean {
	const particulars = readParticulars(row.particulars);
	return (
		particulars !== null &&
		row.sequence === sequence &&
		row.previousHash === previousHash &&
		row.hash === chainHash(previousHash, sequence, { ...row, particulars })
	);
}

/** Null unless it is to the letter what `record` wrote: the hash is over what it says, not how. */
function readParticulars(text: string): Particulars | null {
	if (!text.startsWith('{')) return null;
	try {
		const particulars = JSON.parse(text) as Particulars;
		return JSON.stringify(particulars) === text ? particulars : null;
	} catch {
		return null;
	}
}
