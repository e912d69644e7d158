import type { Actor } from '#lib/domain/actor.ts';
import { mustBeDraft, mustBePackDay, mustReconcile } from '#lib/domain/board-pack.ts';
import { momentOf } from '#lib/domain/clock.ts';
import type { Movement } from '#lib/domain/movement.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { record } from '../audit/record.ts';
import { sha256 } from '../auth/secret.ts';
import type { Context } from '../db/context.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { beginPackChange, lastIssue, trailEnd } from '../db/queries/board-pack.ts';
import { boardPackIssue } from '../db/schema/board-pack.ts';
import { storedFile } from '../db/schema/evidence.ts';

/** A pack as it was put together, ready to be frozen. */
export interface PrintedPack {
	readonly number: number;
	readonly code: string;
	/** Canonical JSON: what the pages are made of. */
	readonly snapshot: string;
	/** In the file store already. */
	readonly pdf: { readonly sha256: string; readonly bytes: number };
	/** Of the whole and of each recommendation, as the pages tell it. */
	readonly movements: readonly Movement[];
	/** The end of the audit trail when the register was read; null for a day that is over, which cannot change. */
	readonly trailEnd: number | null;
}

/**
 * Freezes a pack: number, code, snapshot, hash and PDF, in one transaction with the sentence in the trail.
 * @throws Refusal as `beginPackChange`, 'pack-issued' or 'pack-dropped', 'movement-unsound', or
 *   'pack-overtaken' where the register changed, or another pack took the number, since it was put together
 */
export async function issuePack(
	context: Context,
	actor: Actor,
	key: string,
	stamp: FormStamp,
	printed: PrintedPack
): Promise<void> {
	const moment = momentOf(context.clock);
	const { number, code, snapshot, pdf } = printed;
	await context.db.write(async (tx) => {
		const found = await beginPackChange(tx, actor, key, stamp, moment);
		mustBeDraft(found);
		const last = await lastIssue(tx, found);
		mustBePackDay(found.asAt, moment.today, last);
		mustReconcile(printed.movements);
		const isOvertaken = printed.trailEnd !== null && printed.trailEnd !== (await trailEnd(tx));
		if (isOvertaken || number !== (last?.number ?? 0) + 1) throw new Refusal('pack-overtaken');
		const { inspectionId, organisationId } = found;
		const contentHash = sha256(snapshot).toString('hex');
		await tx
			.insert(storedFile)
			.values({ ...pdf, mediaType: 'application/pdf', at: moment.at })
			.onConflictDoNothing();
		await tx.insert(boardPackIssue).values({
			...{ at: moment.at, onDay: moment.today, issuedBy: actor.personId },
			...{ packId: found.id, inspectionId, organisationId },
			...{ number, code, snapshot, contentHash, pdfSha256: pdf.sha256 }
		});
		await record(tx, {
			...{ action: 'pack.issue', actor, moment },
			...(organisationId === null ? {} : { organisationId }),
			particulars: {
				...{ key, reference: found.inspectionCode, organisation: found.organisationName },
				...{ meeting: found.meeting, meetingOn: found.meetingOn, asAt: found.asAt },
				...{ number, code, contentHash, sha256: pdf.sha256, before: last?.number ?? null }
			}
		});
	});
}
