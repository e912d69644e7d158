import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { Confidence } from '#lib/domain/confidence.ts';
import { draftForm, NO_DRAFT, updateDraftKind } from '#lib/domain/draft.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { changedMeanwhile, checkSeveral, type ChangedMeanwhile } from '#lib/domain/several.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import { checkMove, mustBeOpen } from '#lib/domain/status.ts';
import { and, eq, or } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName, type FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { deleteDraft } from '../db/queries/draft.ts';
import { settleOwed } from '../db/queries/owed-update.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { progressUpdate, statusChange } from '../db/schema/history.ts';

export interface UpdateCommand extends FormStamp {
	readonly narrative: string;
	readonly confidence?: Confidence | undefined;
	readonly nextMilestone?: string | undefined;
	readonly nextMilestoneOn?: PlainDate | undefined;
	/** Work begins, or begins again, with this update; a correction moves nothing. */
	readonly move?: 'start' | 'resume' | undefined;
	/** The update of the same assignment that this one corrects. */
	readonly correctsId?: number | undefined;
	/** The version of the draft that is published, which is then gone. */
	readonly draftVersion?: number | undefined;
}

/**
 * Publishes a dated progress update; from then on it is never changed. A correction is a further update
 * that says which one it corrects: it does not count as a report of the day, because it is about an
 * earlier one.
 * @throws Refusal as `beginChange`, 'not-found' for a correction of what is no update of this assignment,
 *   'already-corrected' {id} of the correction, or 'move-not-possible' where `move` does not fit the status
 */
export async function addUpdate(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: UpdateCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		await publish(tx, actor, name, command, moment);
	});
}

/** One narrative for several assignments of one organisation. */
export interface SeveralUpdates {
	/** 'OIC-7' each, with the version that the page was drawn from. */
	readonly assignments: readonly { readonly reference: string; readonly version: number }[];
	readonly narrative: string;
	readonly confidence?: Confidence | undefined;
	readonly submissionKey: string;
	/** The version of the draft that is published, which is then gone. */
	readonly draftVersion?: number | undefined;
}

/**
 * Publishes the same update on each assignment by the rules of a single one: on all of them or on none.
 * @throws Refusal as `addUpdate`, 'assignment-needed', 'too-many-assignments' {max}, or 'several-changed'
 *   {changed} with every assignment that changed or was closed meanwhile
 */
export async function addUpdates(
	context: Context,
	actor: Actor,
	organisation: string,
	updates: SeveralUpdates
): Promise<void> {
	const moment = momentOf(context.clock);
	checkSeveral(updates.assignments);
	await context.db.write(async (tx) => {
		const changed = await publishEach(tx, actor, organisation, updates, moment);
		if (changed.length > 0) throw severalChanged(changed);
	});
}

/**
 * Finds out what `addUpdates` would do by doing it and taking it back, so that there is no second list of
 * rules to agree with.
 * @returns those that would be left alone
 * @throws Refusal as `addUpdates`; 'several-changed' only where none would be left
 */
export async function checkUpdates(
	context: Context,
	actor: Actor,
	organisation: string,
	updates: SeveralUpdates
): Promise<readonly ChangedMeanwhile[]> {
	const moment = momentOf(context.clock);
	checkSeveral(updates.assignments);
	let changed: readonly ChangedMeanwhile[] = [];
	const rehearsal = context.db.write(async (tx) => {
		changed = await publishEach(tx, actor, organisation, updates, moment);
		throw TAKEN_BACK;
	});
	await rehearsal.catch((thrown: unknown) => {
		if (thrown !== TAKEN_BACK) throw thrown;
	});
	if (changed.length === updates.assignments.length) throw severalChanged(changed);
	return changed;
}

const TAKEN_BACK = new Error('Only a rehearsal');

function severalChanged(changed: readonly ChangedMeanwhile[]): Refusal {
	return new Refusal('several-changed', { field: 'assignment', facts: { changed } });
}

async function publishEach(
	tx: Queryable,
	actor: Actor,
	organisation: string,
	{ assignments, narrative, confidence, submissionKey, draftVersion }: SeveralUpdates,
	moment: Moment
): Promise<ChangedMeanwhile[]> {
	await claimSubmission(tx, actor, submissionKey, moment);
	const changed: ChangedMeanwhile[] = [];
	let organisationId: number | undefined;
	for (const { reference, version } of assignments) {
		const stamp = { version, submissionKey: `${submissionKey}/${reference}` };
		const command = { narrative, confidence, ...stamp };
		try {
			const name = { reference, organisation };
			({ organisationId } = await publish(tx, actor, name, command, moment));
		} catch (thrown) {
			changed.push(changedMeanwhile(reference, thrown));
		}
	}
	if (organisationId !== undefined) {
		const form = draftForm('several', organisationId);
		await deleteDraft(tx, actor.personId, form, draftVersion ?? NO_DRAFT);
	}
	return changed;
}

async function publish(
	tx: Queryable,
	actor: Actor,
	name: AssignmentName,
	command: UpdateCommand,
	moment: Moment
): Promise<FoundAssignment> {
	const { correctsId } = command;
	const found = await beginChange(tx, actor, name, 'add-update', command, moment);
	// What was said can be corrected when all is done, too.
	if (correctsId === undefined) mustBeOpen(found.status);
	const happened = {
		assignmentId: found.id,
		at: moment.at,
		onDay: moment.today,
		actorId: actor.personId
	};
	const corrected =
		correctsId === undefined ? null : await mustBeCorrectable(tx, found.id, correctsId);
	await tx.insert(progressUpdate).values({
		...happened,
		narrative: command.narrative,
		confidence: command.confidence ?? null,
		nextMilestone: command.nextMilestone ?? null,
		nextMilestoneOn: command.nextMilestoneOn ?? null,
		correctsId: correctsId ?? null
	});
	const move = corrected === null ? command.move : undefined;
	const status = move ? moveWith(actor, found, move) : found.status;
	if (move) {
		await tx
			.insert(statusChange)
			.values({ ...happened, verb: move, fromStatus: found.status, toStatus: status });
	}
	await changeAssignment(tx, found, {
		...(corrected === null ? { lastReportedOn: moment.today } : {}),
		...(move ? { status, statusOn: moment.today } : {})
	});
	if (corrected === null) await settleOwed(tx, found.id, 'reported', moment.today);
	const form = draftForm(updateDraftKind(correctsId), found.id);
	await deleteDraft(tx, actor.personId, form, command.draftVersion ?? NO_DRAFT);
	await record(tx, {
		action: corrected === null ? 'assignment.update' : 'assignment.correct-update',
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			confidence: command.confidence ?? null,
			...(corrected === null
				? { move: move ?? null, from: found.status, to: status }
				: { corrected: corrected.onDay, correctsId: corrected.id })
		}
	});
	return found;
}

/** Corrections stand in a line, one after the other: whoever corrects sees the latest words. */
async function mustBeCorrectable(tx: Queryable, assignmentId: number, id: number) {
	const rows = await tx
		.select({
			id: progressUpdate.id,
			onDay: progressUpdate.onDay,
			correctsId: progressUpdate.correctsId
		})
		.from(progressUpdate)
		.where(
			and(
				eq(progressUpdate.assignmentId, assignmentId),
				or(eq(progressUpdate.id, id), eq(progressUpdate.correctsId, id))
			)
		);
	const corrected = rows.find((row) => row.id === id);
	if (!corrected) throw notFound('update');
	const correction = rows.find((row) => row.correctsId === id);
	if (correction) throw new Refusal('already-corrected', { facts: { id: correction.id } });
	return corrected;
}

function moveWith(actor: Actor, found: FoundAssignment, move: 'start' | 'resume') {
	mustBeAbleTo(actor, move, found);
	return checkMove(found.status, move, {
		actorId: actor.personId,
		claimedBy: found.claimedBy,
		evidenceCount: 0,
		isExemptionAsked: found.openExemptionId !== null
	}).to;
}
