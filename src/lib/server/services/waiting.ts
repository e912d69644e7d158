import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { isBlank, writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { assignmentReference, parseReference } from '#lib/domain/reference.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { and, eq, notExists } from 'drizzle-orm';
import { mustBeOpen } from '#lib/domain/status.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import { type AssignmentName } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { assignment } from '../db/schema/assignment.ts';
import { waiting, waitingEnd } from '../db/schema/history.ts';
import { inspection } from '../db/schema/inspection.ts';
import { organisation } from '../db/schema/organisation.ts';
import { recommendation } from '../db/schema/recommendation.ts';
import { tellOfWait } from '../mail/waiting.ts';

export interface WaitingCommand extends FormStamp {
	readonly onReference: string;
	readonly onOrganisation: string;
	readonly reason: string;
	readonly reviewOn: PlainDate;
}

/**
 * Records that an assignment waits for another body's. The deadline runs on.
 * @throws Refusal as `beginChange`, 'unknown-reference' where there is no such assignment,
 *   'reason-needed', 'date-in-past' for a review before today, or 'already-waiting'
 */
export async function recordWaiting(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: WaitingCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'record-waiting', command, moment);
		mustBeOpen(found.status);
		const target = await findTarget(tx, command);
		if (!target || target.id === found.id) {
			throw new Refusal('unknown-reference', { field: 'on' });
		}
		if (isBlank(command.reason)) throw new Refusal('reason-needed', { field: 'reason' });
		if (command.reviewOn < moment.today) {
			throw new Refusal('date-in-past', { field: 'reviewOn', facts: { what: 'the review date' } });
		}
		if (await openWait(tx, found.id)) throw new Refusal('already-waiting');
		await tx.insert(waiting).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			onAssignmentId: target.id,
			reason: command.reason.trim(),
			reviewOn: command.reviewOn
		});
		await changeAssignment(tx, found, {});
		await record(tx, {
			action: 'assignment.wait',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				on: `${command.onReference}/${command.onOrganisation}`,
				onOrganisation: target.organisationName,
				reviewOn: command.reviewOn
			}
		});
		const awaited = { reference: command.onReference, organisation: command.onOrganisation };
		await tellOfWait(tx, actor, found, { ...target, ...awaited }, moment, context.origin);
	});
}

/** The wait ends; it stays in history. @throws Refusal as `beginChange`, or 'not-waiting' */
export async function endWaiting(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly reason?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'record-waiting', command, moment);
		const wait = await openWait(tx, found.id);
		if (!wait) throw new Refusal('not-waiting');
		await tx.insert(waitingEnd).values({
			assignmentId: found.id,
			at: moment.at,
			onDay: moment.today,
			actorId: actor.personId,
			waitingId: wait.id,
			reason: writtenOrNull(command.reason)
		});
		await changeAssignment(tx, found, {});
		await record(tx, {
			action: 'assignment.end-wait',
			actor,
			moment,
			assignmentId: found.id,
			organisationId: found.organisationId,
			particulars: {
				reference: found.reference,
				organisation: found.organisationName,
				on: assignmentReference(wait.inspection, wait.number, wait.organisation),
				onOrganisation: wait.organisationName
			}
		});
	});
}

async function openWait(tx: Queryable, assignmentId: number) {
	const [row] = await tx
		.select({
			id: waiting.id,
			inspection: inspection.code,
			number: recommendation.number,
			organisation: organisation.code,
			organisationName: organisation.name
		})
		.from(waiting)
		.innerJoin(assignment, eq(assignment.id, waiting.onAssignmentId))
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(waiting.assignmentId, assignmentId),
				notExists(tx.select().from(waitingEnd).where(eq(waitingEnd.waitingId, waiting.id)))
			)
		)
		.limit(1);
	return row;
}

/** Whoever waits need not see the other body's assignment: that it exists is public in the report. */
async function findTarget(tx: Queryable, command: WaitingCommand) {
	const parsed = parseReference(command.onReference);
	if (!parsed) return undefined;
	const [row] = await tx
		.select({
			id: assignment.id,
			title: recommendation.title,
			organisationId: organisation.id,
			organisationName: organisation.name
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(
			and(
				eq(inspection.code, parsed.inspection),
				eq(recommendation.number, parsed.number),
				eq(organisation.code, command.onOrganisation)
			)
		);
	return row;
}
