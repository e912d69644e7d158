import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { writtenOrNull } from '#lib/domain/narrative.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { isClosedOtherwise, moveOf } from '#lib/domain/status.ts';
import {
	countHandover,
	mustBeEndable,
	planHandover,
	type Handover,
	type HandoverCounts
} from '#lib/domain/succession.ts';
import { eq } from 'drizzle-orm';
import { record } from '../audit/record.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findBody } from '../db/queries/allocated.ts';
import { writeMove } from '../db/queries/assignment-move.ts';
import { closeRequests } from '../db/queries/closing-requests.ts';
import { insertAllocated } from '../db/queries/new-assignment.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import {
	carryHistory,
	deadlineFor,
	lastStatement,
	listHeld,
	redirectWaits,
	setBack,
	type Held
} from '../db/queries/succession.ts';
import { assignmentSuccession } from '../db/schema/after-closure.ts';
import { allocationChange } from '../db/schema/allocation.ts';
import { assignment } from '../db/schema/assignment.ts';
import { organisation } from '../db/schema/organisation.ts';
import { tellOfSuccession } from '../mail/bodies.ts';

export interface EndCommand {
	/** The code of the body that takes over; null where nobody does. */
	readonly successor: string | null;
	/** The last day of the body that ends. */
	readonly lastDay: PlainDate;
	readonly reason: string;
	/** What the page said would happen; it is not done if it is something else by now. */
	readonly seen: HandoverCounts;
	readonly submissionKey: string;
}

/**
 * A body ends, and its successor takes over what falls to it, in one transaction. Each assignment of the old
 * body closes otherwise and stays with all its history; the successor's goes on where it stood, with the same
 * dates. Where the successor has the same recommendation already, the two become one, as far as the less
 * advanced of them. People and posts of the old body are left as they are.
 * @throws Refusal 'not-allowed', 'not-found', 'already-submitted', 'unknown-organisation', 'reason-needed',
 *   'date-in-future', 'assignments-remain' where nobody takes over, 'counts-changed', or as `mustBeEndable`
 */
export async function endOrganisation(
	context: Context,
	actor: Actor,
	code: string,
	command: EndCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	mustBeAbleTo(actor, 'manage-organisations');
	await context.db.write(async (tx) => {
		const ending = await findBody(tx, code);
		await claimSubmission(tx, actor, command.submissionKey, moment);
		const successor = await successorOf(tx, command.successor);
		mustBeEndable(
			ending.validTo !== null,
			successor !== null && successor.validTo !== null,
			successor?.id === ending.id
		);
		const reason = writtenOrNull(command.reason);
		if (reason === null) throw new Refusal('reason-needed', { field: 'reason' });
		if (command.lastDay > moment.today) {
			throw new Refusal('date-in-future', { field: 'lastDay', facts: { what: 'the last day' } });
		}
		const plan = await planOf(tx, ending.id, successor?.id ?? null);
		if (!isSame(countHandover(plan), command.seen)) throw new Refusal('counts-changed');
		if (successor === null && plan.some(({ from }) => !isClosedOtherwise(from.status))) {
			throw new Refusal('assignments-remain', { field: 'successor' });
		}
		for (const one of successor ? plan : []) {
			await handOver(tx, actor, one, { ending, successor: successor!, reason }, moment);
		}
		await tx
			.update(organisation)
			.set({ validTo: command.lastDay, successorId: successor?.id ?? null })
			.where(eq(organisation.id, ending.id));
		await record(tx, {
			action: 'organisation.end',
			actor,
			moment,
			organisationId: ending.id,
			particulars: {
				...{ organisation: ending.name, successor: successor?.name ?? null },
				...{ lastDay: command.lastDay, count: plan.length, reason }
			}
		});
		if (successor === null) return;
		const { handed: taken, merged } = command.seen;
		const came = { from: ending.name, lastDay: command.lastDay, taken, merged };
		await tellOfSuccession(tx, actor, successor, came, moment, context.origin);
	});
}

/** What would be handed over. @param successorId null where nobody takes over */
export async function planOf(db: Queryable, endingId: number, successorId: number | null) {
	const ending = await listHeld(db, endingId);
	return planHandover(ending, successorId === null ? [] : await listHeld(db, successorId));
}

type Body = Awaited<ReturnType<typeof findBody>>;

interface About {
	readonly ending: Body;
	readonly successor: Body;
	readonly reason: string;
}

async function handOver(
	tx: Queryable,
	actor: Actor,
	{ from, to, status }: Handover<Held>,
	{ ending, successor, reason }: About,
	moment: Moment
): Promise<void> {
	const claimant = status === 'reported-complete' ? from.claimedBy : null;
	const by = claimant ?? actor.personId;
	const statement = claimant === null ? null : await lastStatement(tx, from.id);
	let successorId = to?.id;
	if (to === null) {
		const { inspectionId, recommendationId, capacity } = from;
		successorId = await insertAllocated(
			tx,
			{
				...{ inspectionId, recommendationId, capacity, status, statement },
				organisationId: successor.id
			},
			by,
			moment
		);
		await carryHistory(tx, from, successorId, moment);
	} else {
		await setBack(tx, to, { status, actorId: actor.personId, by, statement, reason }, moment);
		await deadlineFor(tx, actor.personId, from, to, reason, moment);
		if (from.capacity === 'lead' && to.capacity === 'contributing') {
			await tx.insert(allocationChange).values({
				...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
				...{ assignmentId: to.id, step: 'change-capacity', capacity: 'lead', reason }
			});
			await tx.update(assignment).set({ capacity: 'lead' }).where(eq(assignment.id, to.id));
		}
	}
	if (successorId === undefined) throw new Error('The successor has no assignment');
	await redirectWaits(tx, actor.personId, from.id, successorId, reason, moment);
	await closeRequests(tx, actor.personId, from.id, reason, moment);
	if (!isClosedOtherwise(from.status)) {
		await writeMove(tx, actor, from, moveOf('set-no-further-action'), { reason }, moment);
	}
	await tx.insert(assignmentSuccession).values({
		...{ at: moment.at, onDay: moment.today, actorId: actor.personId },
		...{ assignmentId: from.id, successorId, reason }
	});
	const particulars = { reference: from.reference, to: successor.name, from: ending.name, reason };
	const told = { actor, moment, particulars };
	await record(tx, {
		...{ action: 'assignment.hand-over', ...told },
		...{ assignmentId: from.id, organisationId: ending.id }
	});
	await record(tx, {
		...{ action: 'assignment.take-over', ...told },
		...{ assignmentId: successorId, organisationId: successor.id }
	});
}

async function successorOf(tx: Queryable, code: string | null): Promise<Body | null> {
	if (code === null) return null;
	try {
		return await findBody(tx, code);
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		throw new Refusal('unknown-organisation', { field: 'successor', facts: { code } });
	}
}

function isSame(now: HandoverCounts, seen: HandoverCounts): boolean {
	return (
		now.handed === seen.handed &&
		now.made === seen.made &&
		now.merged === seen.merged &&
		now.setBack === seen.setBack
	);
}
