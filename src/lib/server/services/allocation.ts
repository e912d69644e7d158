import type { Actor } from '#lib/domain/actor.ts';
import type { AllocationStep } from '#lib/domain/allocation.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustHaveReason } from '#lib/domain/narrative.ts';
import type { Capacity } from '#lib/domain/organisation.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { checkMove, isOpen } from '#lib/domain/status.ts';
import { and, eq } from 'drizzle-orm';
import { recordAllocation } from '../audit/record-allocation.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName } from '../db/queries/assignment.ts';
import { changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { findAllocatable, findAllocated, findBody } from '../db/queries/allocated.ts';
import { insertAllocated } from '../db/queries/new-assignment.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { assignment } from '../db/schema/assignment.ts';
import { tellOf } from '../mail/assignments.ts';

export interface AllocateCommand {
	/** A code. */
	readonly organisation: string;
	readonly capacity: Capacity;
	readonly reason: string;
	readonly submissionKey: string;
}

/**
 * A recommendation falls to one more body: an assignment is made, not started and without a date.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'unknown-organisation', 'organisation-ended',
 *   'already-allocated' or 'reason-needed'
 */
export async function allocate(
	context: Context,
	actor: Actor,
	reference: string,
	command: AllocateCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-allocation');
	await context.db.write(async (tx) => {
		const about = await findAllocatable(tx, reference);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const reason = mustHaveReason(command);
		const body = await bodyFor(tx, command.organisation);
		const [existing] = await tx
			.select({ id: assignment.id })
			.from(assignment)
			.where(
				and(eq(assignment.recommendationId, about.id), eq(assignment.organisationId, body.id))
			);
		if (existing) throw new Refusal('already-allocated', { field: 'organisation' });
		const { capacity } = command;
		const id = await insertAllocated(
			tx,
			{
				inspectionId: about.inspectionId,
				recommendationId: about.id,
				...{ organisationId: body.id, capacity, status: 'not-started' }
			},
			actor.personId,
			moment
		);
		const name = { reference, organisation: body.code };
		const found = { id, organisationId: body.id, organisationName: body.name };
		await recordAllocation(
			tx,
			actor,
			{ ...found, reference },
			{ step: 'add', capacity, reason },
			moment
		);
		await tell(context, tx, actor, 'add', { ...found, recommendation: about }, name, moment);
	});
}

/**
 * A recommendation no longer falls to a body: the assignment closes with no further action, by the table of
 * moves, and stays in the record. To bring it back, an inspector reopens it.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'stale', 'reason-needed', or as `checkMove`
 */
export async function withdrawAllocation(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly reason: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await begin(tx, actor, name, command, moment);
		const reason = mustHaveReason(command);
		const move = checkMove(found.status, 'set-no-further-action', {
			actorId: actor.personId,
			claimedBy: found.claimedBy,
			evidenceCount: 0,
			isExemptionAsked: found.openExemptionId !== null,
			reason
		});
		await writeMove(tx, actor, found, move, { reason }, moment);
		const { capacity } = found;
		await recordAllocation(tx, actor, found, { step: 'withdraw', capacity, reason }, moment);
		await tell(context, tx, actor, 'withdraw', found, name, moment);
	});
}

/**
 * The body leads where it contributed, or the other way round.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'stale', 'reason-needed',
 *   'assignment-closed' or 'same-capacity'
 */
export async function changeCapacity(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly capacity: Capacity; readonly reason: string }
): Promise<void> {
	const moment = momentOf(context.clock);
	const { capacity } = command;
	await context.db.write(async (tx) => {
		const found = await begin(tx, actor, name, command, moment);
		const reason = mustHaveReason(command);
		if (!isOpen(found.status)) {
			throw new Refusal('assignment-closed', { facts: { status: found.status } });
		}
		if (capacity === found.capacity) throw new Refusal('same-capacity', { field: 'capacity' });
		await changeAssignment(tx, found, { capacity });
		await recordAllocation(tx, actor, found, { step: 'change-capacity', capacity, reason }, moment);
		await tell(context, tx, actor, 'change-capacity', found, name, moment);
	});
}

async function tell(
	{ origin }: Context,
	tx: Queryable,
	actor: Actor,
	step: AllocationStep,
	found: {
		readonly organisationId: number;
		readonly organisationName: string;
		readonly recommendation: { readonly title: string };
	},
	name: AssignmentName,
	moment: Moment
): Promise<void> {
	const about = { ...found, recommendationTitle: found.recommendation.title };
	await tellOf(tx, actor, `allocation-${step}`, about, name, moment, origin);
}

async function begin(
	tx: Queryable,
	actor: Actor,
	name: AssignmentName,
	stamp: FormStamp,
	moment: Moment
) {
	mustBeAbleTo(actor, 'manage-allocation');
	const found = await findAllocated(tx, name);
	await claimSubmission(tx, actor, stamp.submissionKey, moment);
	if (found.version !== stamp.version) {
		// What changed is the body's to know: whoever allocates may not be one of those who read it.
		throw new Refusal('stale', { facts: { version: found.version, changes: [] } });
	}
	return { ...found, reference: name.reference };
}

async function bodyFor(tx: Queryable, code: string) {
	const body = await findBody(tx, code).catch((thrown: unknown) => {
		if (!(thrown instanceof Refusal)) throw thrown;
		throw new Refusal('unknown-organisation', { field: 'organisation', facts: { code } });
	});
	if (body.validTo !== null) throw new Refusal('organisation-ended', { field: 'organisation' });
	return body;
}
