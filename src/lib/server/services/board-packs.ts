import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { mustBeDraft, mustBePackDay, packRight, type PackPurpose } from '#lib/domain/board-pack.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { HeldMarking } from '#lib/domain/evidence.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAssignment, type AssignmentName } from '../db/queries/assignment.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { beginPackChange, lastIssue, type FoundPack } from '../db/queries/board-pack.ts';
import { chooseInspection, listInspections } from '../db/queries/inspection.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { boardPack, boardPackComment } from '../db/schema/board-pack.ts';

/** What is said of a pack before its contents. */
export interface PackStatement {
	readonly meeting: string;
	readonly meetingOn: PlainDate;
	/** At whose end the register is read. */
	readonly asAt: PlainDate;
	readonly purpose: PackPurpose;
	readonly asks?: string | undefined;
	readonly marking: HeldMarking;
}

export interface PreparePackCommand extends PackStatement {
	/** Its code; the inspection published last where none is named. */
	readonly inspection?: string | undefined;
	/** Code of the body; none for the whole inspection. */
	readonly organisation?: string | undefined;
	readonly submissionKey: string;
}

/**
 * Begins a pack: of the whole inspection by an inspector, of a body by its lead.
 * @returns its key, for its address
 * @throws Refusal 'not-found', 'not-allowed', 'already-submitted', or as `mustBePackDay`
 */
export async function preparePack(
	context: Context,
	actor: Actor,
	command: PreparePackCommand
): Promise<string> {
	const moment = momentOf(context.clock);
	const key = randomBytes(9).toString('hex');
	return context.db.write(async (tx) => {
		const body =
			command.organisation === undefined
				? null
				: await findOrganisation(tx, actor, command.organisation);
		const organisationId = body?.id ?? null;
		mustBeAbleTo(actor, packRight(organisationId), { organisationId });
		const inspection = chooseInspection(await listInspections(tx), command.inspection);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const said = await checked(
			tx,
			{ inspectionId: inspection.id, organisationId },
			command,
			moment
		);
		await tx.insert(boardPack).values({
			...{ key, organisationId, inspectionId: inspection.id, preparedBy: actor.personId, ...said },
			...{ createdAt: moment.at, changedAt: moment.at }
		});
		await record(tx, {
			...{ action: 'pack.prepare', actor, moment },
			...(organisationId === null ? {} : { organisationId }),
			particulars: {
				...{ key, reference: inspection.code, organisation: body?.name ?? null },
				...{ meeting: said.meeting, meetingOn: said.meetingOn, asAt: said.asAt }
			}
		});
		return key;
	});
}

/** @throws Refusal as `beginPackChange`, `mustBeDraft` and `mustBePackDay` */
export async function changePack(
	context: Context,
	actor: Actor,
	key: string,
	command: PackStatement & FormStamp
): Promise<void> {
	await change(context, actor, key, command, async (tx, found, moment) => {
		const said = await checked(tx, found, command, moment);
		await touch(tx, found, moment, said);
		return { action: 'pack.change', meetingOn: said.meetingOn, asAt: said.asAt };
	});
}

/**
 * Says something of one exception; an empty text takes away what was said. One may be said of any assignment
 * of the pack: what is no exception on its day is not printed.
 * @throws Refusal as `beginPackChange` and `mustBeDraft`, 'not-found' for what is not in the pack
 */
export async function commentOnException(
	context: Context,
	actor: Actor,
	key: string,
	name: AssignmentName,
	command: FormStamp & { readonly text?: string | undefined }
): Promise<void> {
	await change(context, actor, key, command, async (tx, found, moment) => {
		const about = await findAssignment(tx, actor, name);
		const isOfIt =
			about.inspectionId === found.inspectionId &&
			(found.organisationId === null || about.organisationId === found.organisationId);
		if (!isOfIt) throw notFound('assignment');
		const text = writtenOrNull(command.text);
		const row = { packId: found.id, assignmentId: about.id };
		if (text === null) {
			await tx
				.delete(boardPackComment)
				.where(
					and(
						eq(boardPackComment.packId, row.packId),
						eq(boardPackComment.assignmentId, row.assignmentId)
					)
				);
		} else {
			await tx
				.insert(boardPackComment)
				.values({ ...row, text })
				.onConflictDoUpdate({
					target: [boardPackComment.packId, boardPackComment.assignmentId],
					set: { text }
				});
		}
		await touch(tx, found, moment, {});
		const action = text === null ? 'pack.take-back-comment' : 'pack.comment';
		return { action, about: about.reference, aboutName: about.organisationName };
	});
}

/** Puts a draft aside. It stays in the record. @throws Refusal as `beginPackChange` and `mustBeDraft` */
export async function dropPack(
	context: Context,
	actor: Actor,
	key: string,
	command: FormStamp
): Promise<void> {
	await change(context, actor, key, command, async (tx, found, moment) => {
		await touch(tx, found, moment, { droppedAt: moment.at });
		return { action: 'pack.drop' };
	});
}

type Changed = Readonly<Record<string, string | null>> & { readonly action: string };

async function change(
	context: Context,
	actor: Actor,
	key: string,
	stamp: FormStamp,
	work: (tx: Queryable, found: FoundPack, moment: Moment) => Promise<Changed>
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginPackChange(tx, actor, key, stamp, moment);
		mustBeDraft(found);
		const { action, ...said } = await work(tx, found, moment);
		const { organisationId, meeting } = found;
		await record(tx, {
			...{ action, actor, moment },
			...(organisationId === null ? {} : { organisationId }),
			particulars: {
				...{ key, reference: found.inspectionCode, organisation: found.organisationName },
				...{ meeting, ...said }
			}
		});
	});
}

async function checked(
	tx: Queryable,
	series: { readonly inspectionId: number; readonly organisationId: number | null },
	{ meeting, meetingOn, asAt, purpose, asks, marking }: PackStatement,
	{ today }: Moment
) {
	mustBePackDay(asAt, today, await lastIssue(tx, series));
	return { meeting, meetingOn, asAt, purpose, asks: writtenOrNull(asks), marking };
}

async function touch(
	tx: Queryable,
	found: FoundPack,
	{ at }: Moment,
	columns: Partial<typeof boardPack.$inferInsert>
): Promise<void> {
	await tx
		.update(boardPack)
		.set({ ...columns, changedAt: at, version: found.version + 1 })
		.where(eq(boardPack.id, found.id));
}
