import { createHash } from 'node:crypto';
import { londonDay } from '#lib/domain/plain-date.ts';
import { receiptText } from '#lib/domain/receipt.ts';
import type { Context } from '#lib/server/db/context.ts';
import { receipt, statusChange } from '#lib/server/db/schema/tables.ts';
import { desc, eq } from 'drizzle-orm';

let serial = 0;

/** The receipt of a claim that rests on nothing, written as a row: its key. */
export async function aReceipt(app: Context, about: { readonly id: number }): Promise<string> {
	const at = app.clock.now();
	const key = `receipt${++serial}`;
	const content = receiptText({
		format: 1,
		reference: 'OIC-7/KENT',
		recommendation: 'Recommendation 7',
		organisation: 'Kent Police',
		reportedBy: 'Alex Doe',
		at: new Date(at).toISOString(),
		onDay: londonDay(at),
		statement: 'All of it is done',
		shows: [],
		evidence: []
	});
	await app.db.write(async (tx) => {
		const [change] = await tx
			.select({ id: statusChange.id })
			.from(statusChange)
			.where(eq(statusChange.assignmentId, about.id))
			.orderBy(desc(statusChange.id));
		await tx.insert(receipt).values({
			...{ key, at, content, claimId: change!.id, assignmentId: about.id },
			contentHash: createHash('sha256').update(content).digest('hex'),
			chainSequence: 1,
			chainHead: '0'.repeat(64)
		});
	});
	return key;
}
