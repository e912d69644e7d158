import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { count, max, sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { outbox, setting } from '../db/schema/service.ts';
import { SAMPLE_SETTINGS } from '../db/queries/register.ts';

/** The last step of making a real register: from here on it is somebody's. */
export async function recordInit(context: Context, administrator: Actor): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write((tx) =>
		record(tx, { action: 'register.init', actor: administrator, moment, particulars: {} })
	);
}

/**
 * The last step of making a sample register: says so, and keeps where its own trail ends, so that anything
 * a person does afterwards can be told from it. Its mail belongs to its past and is never sent.
 */
export async function markAsSample(context: Context): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const [assignments] = await tx.select({ items: count() }).from(assignment);
		await record(tx, {
			action: 'register.sample',
			actor: null,
			moment,
			particulars: { count: assignments?.items ?? 0 }
		});
		await tx.update(outbox).set({ sentAt: sql`${outbox.at}` });
		await tx.insert(setting).values([
			{ key: SAMPLE_SETTINGS.isSample, value: 'yes' },
			{ key: SAMPLE_SETTINGS.madeOn, value: moment.today },
			{ key: SAMPLE_SETTINGS.auditSequence, value: String(await lastSequence(tx)) }
		]);
	});
}

async function lastSequence(tx: Queryable): Promise<number> {
	const [row] = await tx.select({ last: max(auditEntry.sequence) }).from(auditEntry);
	return row?.last ?? 0;
}
