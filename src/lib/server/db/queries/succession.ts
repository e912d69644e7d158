import type { Moment } from '#lib/domain/clock.ts';
import { earlier, type PlainDate } from '#lib/domain/plain-date.ts';
import { recommendationReference } from '#lib/domain/reference.ts';
import { isGivenBack, type AssignmentStatus } from '#lib/domain/status.ts';
import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { recheck } from '../schema/after-closure.ts';
import { assignment } from '../schema/assignment.ts';
import {
	acceptanceChange,
	deadlineRevision,
	statusChange,
	waiting,
	waitingEnd
} from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { partChange } from '../schema/part.ts';
import { recommendation } from '../schema/recommendation.ts';
import { reviewerChange } from '../schema/review.ts';
import { changeAssignment } from './assignment-change.ts';
import { isNotEndedSql } from './waiting.ts';

export type Held = Awaited<ReturnType<typeof listHeld>>[number];

/** Everything that falls to a body or fell to it. */
export async function listHeld(db: Queryable, organisationId: number) {
	const rows = await db
		.select({ held: assignment, code: inspection.code, number: recommendation.number })
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
		.where(eq(assignment.organisationId, organisationId))
		.orderBy(asc(assignment.id));
	return rows.map(({ held, code, number }) => ({
		...held,
		reference: recommendationReference(code, number)
	}));
}

/** What was said when it was last reported complete. */
export async function lastStatement(db: Queryable, assignmentId: number): Promise<string | null> {
	const [row] = await db
		.select({ statement: statusChange.statement })
		.from(statusChange)
		.where(and(eq(statusChange.assignmentId, assignmentId), isNotNull(statusChange.statement)))
		.orderBy(desc(statusChange.id))
		.limit(1);
	return row?.statement ?? null;
}

/** The new assignment keeps what was agreed with the old: each date with its words, the acceptance, the parts. */
export async function carryHistory(
	tx: Queryable,
	from: Held,
	successorId: number,
	{ at, today }: Moment
): Promise<void> {
	const carried = { assignmentId: successorId, at, onDay: today };
	const revisions = await tx
		.select()
		.from(deadlineRevision)
		.where(eq(deadlineRevision.assignmentId, from.id))
		.orderBy(asc(deadlineRevision.id));
	for (const revision of revisions) {
		await tx.insert(deadlineRevision).values(copyOf(revision, carried));
	}
	const [acceptance] = await tx
		.select()
		.from(acceptanceChange)
		.where(eq(acceptanceChange.assignmentId, from.id))
		.orderBy(desc(acceptanceChange.id))
		.limit(1);
	if (acceptance) {
		await tx.insert(acceptanceChange).values(copyOf(acceptance, carried));
	}
	const parts = await tx
		.select()
		.from(partChange)
		.where(eq(partChange.assignmentId, from.id))
		.orderBy(asc(partChange.id));
	for (const said of new Map(parts.map((part) => [part.partId, part])).values()) {
		await tx.insert(partChange).values(copyOf(said, carried));
	}
	await carryRecheck(tx, from, successorId, carried);
	const { originalDueOn, currentDueOn, deadlineMoves } = from;
	await tx
		.update(assignment)
		.set({ originalDueOn, currentDueOn, deadlineMoves, acceptance: from.acceptance })
		.where(eq(assignment.id, successorId));
}

/** What was confirmed is looked at again on the day that was planned. */
async function carryRecheck(
	tx: Queryable,
	{ recheckOn }: Held,
	successorId: number,
	carried: { readonly assignmentId: number; readonly at: number; readonly onDay: PlainDate }
): Promise<void> {
	if (recheckOn === null) return;
	const [begun] = await tx
		.select({ id: statusChange.id })
		.from(statusChange)
		.where(eq(statusChange.assignmentId, successorId));
	if (!begun) throw new Error('The assignment has no history');
	await tx.insert(recheck).values({ ...carried, confirmationId: begun.id, dueOn: recheckOn });
	await tx.update(assignment).set({ recheckOn }).where(eq(assignment.id, successorId));
}

/** Two become one: the successor's goes back to the less advanced, where it was further. */
export async function setBack(
	tx: Queryable,
	to: Held,
	said: {
		readonly status: AssignmentStatus;
		/** Whoever hands over, and whoever made the claim where one is carried. */
		readonly actorId: number;
		readonly by: number;
		readonly statement: string | null;
		readonly reason: string;
	},
	{ at, today }: Moment
): Promise<void> {
	const { status } = said;
	if (status === to.status) {
		await changeAssignment(tx, to, {});
		return;
	}
	const isClaim = status === 'reported-complete';
	if (to.reviewerId !== null) {
		await tx.insert(reviewerChange).values({
			...{ assignmentId: to.id, at, onDay: today, actorId: said.actorId, reviewerId: null }
		});
	}
	await tx.insert(statusChange).values({
		...{ assignmentId: to.id, at, onDay: today, actorId: said.by, verb: 'allocate' },
		...{ fromStatus: to.status, toStatus: status, reason: said.reason, statement: said.statement }
	});
	await changeAssignment(tx, to, {
		...{ status, statusOn: today },
		...{ claimedOn: isClaim ? today : null, claimedBy: isClaim ? said.by : null },
		// Whoever had taken its claim, or was to look at it again, has nothing more to do with it.
		...{ reviewerId: null, recheckOn: null },
		...(isClaim ? { lastReportedOn: today } : {}),
		...(isGivenBack(to.status, status) ? { askedSince: today } : {})
	});
}

/**
 * Two become one: the earlier of the two current days holds. The successor's own original day stays, as every
 * original does; where it had none, the old body's dates are carried.
 */
export async function deadlineFor(
	tx: Queryable,
	actorId: number,
	from: Held,
	to: Held,
	reason: string,
	moment: Moment
): Promise<void> {
	if (from.currentDueOn === null) return;
	if (to.originalDueOn === null) {
		await carryHistoryOfDeadline(tx, from, to, moment);
		return;
	}
	const currentDueOn = earlier(from.currentDueOn, to.currentDueOn ?? from.currentDueOn);
	if (currentDueOn === to.currentDueOn) return;
	await tx.insert(deadlineRevision).values({
		...{ assignmentId: to.id, at: moment.at, onDay: moment.today, actorId, phrase: null },
		...{ kind: 'fixed-day', lastDay: currentDueOn, setBy: 'inspectorate', reason },
		rule: 'The earlier day of two bodies that became one'
	});
	await tx
		.update(assignment)
		.set({ currentDueOn, deadlineMoves: to.deadlineMoves + 1 })
		.where(eq(assignment.id, to.id));
}

async function carryHistoryOfDeadline(tx: Queryable, from: Held, to: Held, moment: Moment) {
	const revisions = await tx
		.select()
		.from(deadlineRevision)
		.where(eq(deadlineRevision.assignmentId, from.id))
		.orderBy(asc(deadlineRevision.id));
	for (const revision of revisions) {
		const carried = { assignmentId: to.id, at: moment.at, onDay: moment.today };
		await tx.insert(deadlineRevision).values(copyOf(revision, carried));
	}
	const { originalDueOn, currentDueOn, deadlineMoves } = from;
	await tx
		.update(assignment)
		.set({ originalDueOn, currentDueOn, deadlineMoves })
		.where(eq(assignment.id, to.id));
}

/** Its own waits end with the body; whoever waits for it waits for the successor from now on. */
export async function redirectWaits(
	tx: Queryable,
	actorId: number,
	fromId: number,
	successorId: number,
	reason: string,
	{ at, today }: Moment
): Promise<void> {
	const happened = { at, onDay: today, actorId };
	const open = await tx
		.select()
		.from(waiting)
		.where(
			and(or(eq(waiting.assignmentId, fromId), eq(waiting.onAssignmentId, fromId)), isNotEndedSql)
		);
	for (const wait of open) {
		const { assignmentId } = wait;
		await tx.insert(waitingEnd).values({ ...happened, assignmentId, waitingId: wait.id, reason });
		if (wait.onAssignmentId !== fromId || assignmentId === successorId) continue;
		const { reason: why, reviewOn } = wait;
		await tx
			.insert(waiting)
			.values({ ...happened, assignmentId, onAssignmentId: successorId, reason: why, reviewOn });
	}
}

/** The row again as a row of its own: of another assignment, and of today. */
function copyOf<Row extends { id: number }, Carried>(row: Row, carried: Carried) {
	const copy: Omit<Row, 'id'> & { id?: number } = { ...row };
	delete copy.id;
	return { ...copy, ...carried };
}
