import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import type { AskedChange, WorkbookContent, WorkbookDecision } from '#lib/domain/workbook.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { organisation } from '../db/schema/organisation.ts';
import { workbookChange, workbookDownload, workbookReturn } from '../db/schema/workbook.ts';

interface Body {
	readonly id: number;
	readonly name: string;
}

/** Keeps what a workbook told when it left, to compare with when it comes back. @throws Refusal 'not-allowed' */
export async function keepWorkbookDownload(
	context: Context,
	actor: Actor,
	taken: {
		readonly key: string;
		readonly inspectionId: number;
		readonly body: Body;
		readonly content: WorkbookContent;
	}
): Promise<void> {
	const moment = momentOf(context.clock);
	const { key, inspectionId, body, content } = taken;
	mustBeAbleTo(actor, 'add-update', { organisationId: body.id });
	await context.db.write(async (tx) => {
		await tx.insert(workbookDownload).values({
			key,
			at: moment.at,
			onDay: moment.today,
			personId: actor.personId,
			inspectionId,
			organisationId: body.id,
			content: JSON.stringify(content)
		});
		await record(tx, {
			action: 'workbook.download',
			actor,
			moment,
			organisationId: body.id,
			particulars: { organisation: body.name, count: content.Assignments.length }
		});
	});
}

/** A workbook that was read and compared without a problem. */
export interface ReturnedWorkbook {
	readonly key: string;
	readonly downloadId: number;
	readonly fileName: string;
	readonly sha256: string;
	readonly changes: readonly AskedChange[];
}

/**
 * Keeps the workbooks that came back, each with every change that it asks for: all of them or none. Nothing of the
 * register changes.
 * @throws Refusal 'not-found', 'not-allowed' or 'already-submitted'
 */
export async function keepWorkbookReturns(
	context: Context,
	actor: Actor,
	submissionKey: string,
	returned: readonly ReturnedWorkbook[]
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, submissionKey, moment);
		for (const { changes, ...workbook } of returned) {
			const [download] = await tx
				.select({
					organisationId: workbookDownload.organisationId,
					organisationName: organisation.name
				})
				.from(workbookDownload)
				.innerJoin(organisation, eq(organisation.id, workbookDownload.organisationId))
				.where(
					and(
						eq(workbookDownload.id, workbook.downloadId),
						visibleTo(actor, workbookDownload.organisationId)
					)
				);
			if (!download) throw notFound('workbook');
			mustBeAbleTo(actor, 'bring-workbook', download);
			const [kept] = await tx
				.insert(workbookReturn)
				.values({ ...workbook, personId: actor.personId, at: moment.at })
				.returning({ id: workbookReturn.id });
			await tx.insert(workbookChange).values(
				changes.map(({ kind, sheet, row, subject, theirs, before }, index) => ({
					returnId: kept!.id,
					position: index + 1,
					sheet,
					row,
					subject,
					theirs: JSON.stringify({ kind, cells: theirs }),
					before: JSON.stringify(before)
				}))
			);
			await record(tx, {
				action: 'workbook.return',
				actor,
				moment,
				organisationId: download.organisationId,
				particulars: { organisation: download.organisationName, count: changes.length }
			});
		}
	});
}

/**
 * Notes what became of one change. What is accepted has been carried out by the service of its own form before;
 * a refusal of that service is noted, and leaves the change open.
 * @throws Refusal 'not-found' or 'not-allowed'
 */
export async function noteWorkbookChange(
	context: Context,
	actor: Actor,
	name: { readonly key: string; readonly position: number },
	outcome: { readonly decision: WorkbookDecision } | { readonly refusal: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const [found] = await tx
			.select({
				returnId: workbookReturn.id,
				changeId: workbookChange.id,
				decision: workbookChange.decision,
				subject: workbookChange.subject,
				organisationId: workbookDownload.organisationId,
				organisationName: organisation.name
			})
			.from(workbookReturn)
			.innerJoin(workbookDownload, eq(workbookDownload.id, workbookReturn.downloadId))
			.innerJoin(organisation, eq(organisation.id, workbookDownload.organisationId))
			.innerJoin(workbookChange, eq(workbookChange.returnId, workbookReturn.id))
			.where(
				and(
					eq(workbookReturn.key, name.key),
					eq(workbookChange.position, name.position),
					visibleTo(actor, workbookDownload.organisationId)
				)
			);
		if (!found) throw notFound('workbook');
		mustBeAbleTo(actor, 'add-update', found);
		if (found.decision !== null) return;
		const isThis = eq(workbookChange.id, found.changeId);
		if ('refusal' in outcome) {
			await tx.update(workbookChange).set(outcome).where(isThis);
			return;
		}
		const { decision } = outcome;
		await tx
			.update(workbookChange)
			.set({ decision, decidedBy: actor.personId, decidedAt: moment.at, refusal: null })
			.where(isThis);
		await record(tx, {
			action: `workbook.${decision}`,
			actor,
			moment,
			organisationId: found.organisationId,
			particulars: { organisation: found.organisationName, subject: found.subject }
		});
		const open = await tx.$count(
			workbookChange,
			and(eq(workbookChange.returnId, found.returnId), isNull(workbookChange.decision))
		);
		if (open === 0) {
			const isReturn = eq(workbookReturn.id, found.returnId);
			await tx.update(workbookReturn).set({ closedAt: moment.at }).where(isReturn);
		}
	});
}
