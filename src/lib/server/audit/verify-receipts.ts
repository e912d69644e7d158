import { createHash } from 'node:crypto';
import { asc, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { receipt } from '../db/schema/claim.ts';

export interface ReceiptProblem {
	readonly key: string;
	/** `content`: its text is not what its hash, or the trail, says. `entry`: its entry is not its claim's. */
	readonly what: 'content' | 'entry';
}

const BATCH = 500;

/**
 * Recomputes the hash of every receipt and looks up the entry of the trail that it names. That the trail
 * itself holds, `verifyChain` says.
 */
export async function* findReceiptProblems(db: Queryable): AsyncGenerator<ReceiptProblem> {
	for (let after = 0; ;) {
		const rows = await readBatch(db, after);
		for (const row of rows) {
			const what = whatIsWrong(row);
			if (what) yield { key: row.receipt.key, what };
			after = row.receipt.id;
		}
		if (rows.length < BATCH) return;
	}
}

type Row = Awaited<ReturnType<typeof readBatch>>[number];

function readBatch(db: Queryable, after: number) {
	return db
		.select({ receipt, entry: auditEntry })
		.from(receipt)
		.leftJoin(auditEntry, eq(auditEntry.sequence, receipt.chainSequence))
		.where(gt(receipt.id, after))
		.orderBy(asc(receipt.id))
		.limit(BATCH);
}

function whatIsWrong({ receipt: stored, entry }: Row): ReceiptProblem['what'] | null {
	const hash = createHash('sha256').update(stored.content, 'utf8').digest('hex');
	if (hash !== stored.contentHash) return 'content';
	if (
		entry?.hash !== stored.chainHead ||
		entry.action !== 'assignment.report-complete' ||
		entry.assignmentId !== stored.assignmentId
	) {
		return 'entry';
	}
	return entry.particulars.includes(`"contentHash":"${hash}"`) ? null : 'content';
}
