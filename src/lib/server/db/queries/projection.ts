import {
	projectionOf,
	type AssignmentHistory,
	type AssignmentState
} from '#lib/domain/projection.ts';
import { assignmentReference } from '#lib/domain/reference.ts';
import { and, asc, between, eq, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { recheck, recheckOutcome } from '../schema/after-closure.ts';
import { assignment } from '../schema/assignment.ts';
import {
	acceptanceChange,
	deadlineRevision,
	ownerChange,
	progressUpdate,
	statusChange,
	targetChange
} from '../schema/history.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { reviewerChange } from '../schema/review.ts';

/** A column that says something else than the history of its assignment. */
export interface Disagreement {
	/** 'OIC-7/KENT' */
	readonly reference: string;
	readonly column: keyof AssignmentState | 'history';
	readonly stored: unknown;
	readonly byHistory: unknown;
}

const BATCH = 500;

/** Works every assignment's state out again from its history, in batches, and compares. */
export async function findDisagreements(db: Queryable): Promise<Disagreement[]> {
	const found: Disagreement[] = [];
	for (let after = 0; ;) {
		const rows = await readBatch(db, after);
		const [first, last] = [rows[0], rows.at(-1)];
		if (!first || !last) return found;
		const historyOf = await readHistories(db, first.stored.id, last.stored.id);
		for (const { stored, inspectionCode, number, code } of rows) {
			const reference = assignmentReference(inspectionCode, number, code);
			found.push(...compare(reference, stored, projectionOf(historyOf(stored.id))));
		}
		after = last.stored.id;
	}
}

function readBatch(db: Queryable, after: number) {
	return db
		.select({
			stored: assignment,
			inspectionCode: inspection.code,
			number: recommendation.number,
			code: organisation.code
		})
		.from(assignment)
		.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
		.innerJoin(inspection, eq(inspection.id, recommendation.inspectionId))
		.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
		.where(gt(assignment.id, after))
		.orderBy(asc(assignment.id))
		.limit(BATCH);
}

type Stored = typeof assignment.$inferSelect;

function compare(reference: string, stored: Stored, state: AssignmentState | null): Disagreement[] {
	if (!state) return [{ reference, column: 'history', stored: stored.status, byHistory: null }];
	return (Object.keys(state) as (keyof AssignmentState)[])
		.filter((column) => stored[column] !== state[column])
		.map((column) => ({
			reference,
			column,
			stored: stored[column],
			byHistory: state[column]
		}));
}

/** The histories of the assignments in a range of ids. Each table's rows come in the order of their own ids. */
async function readHistories(db: Queryable, from: number, to: number) {
	const statuses = group(
		await db
			.select({
				id: statusChange.id,
				assignmentId: statusChange.assignmentId,
				toStatus: statusChange.toStatus,
				onDay: statusChange.onDay,
				actorId: statusChange.actorId
			})
			.from(statusChange)
			.where(between(statusChange.assignmentId, from, to))
			.orderBy(asc(statusChange.id))
	);
	const acceptances = group(
		await db
			.select({
				assignmentId: acceptanceChange.assignmentId,
				acceptance: acceptanceChange.acceptance
			})
			.from(acceptanceChange)
			.where(between(acceptanceChange.assignmentId, from, to))
			.orderBy(asc(acceptanceChange.id))
	);
	const deadlines = group(
		await db
			.select({
				assignmentId: deadlineRevision.assignmentId,
				lastDay: deadlineRevision.lastDay
			})
			.from(deadlineRevision)
			.where(between(deadlineRevision.assignmentId, from, to))
			.orderBy(asc(deadlineRevision.id))
	);
	const owners = group(
		await db
			.select({
				assignmentId: ownerChange.assignmentId,
				postId: ownerChange.postId,
				duty: ownerChange.duty
			})
			.from(ownerChange)
			.where(between(ownerChange.assignmentId, from, to))
			.orderBy(asc(ownerChange.id))
	);
	const updates = group(
		await db
			.select({ assignmentId: progressUpdate.assignmentId, onDay: progressUpdate.onDay })
			.from(progressUpdate)
			// A correction is about an earlier day: it is no report of its own.
			.where(and(between(progressUpdate.assignmentId, from, to), isNull(progressUpdate.correctsId)))
			.orderBy(asc(progressUpdate.id))
	);
	const reviewers = group(
		await db
			.select({
				assignmentId: reviewerChange.assignmentId,
				reviewerId: reviewerChange.reviewerId
			})
			.from(reviewerChange)
			.where(between(reviewerChange.assignmentId, from, to))
			.orderBy(asc(reviewerChange.id))
	);
	const targets = group(
		await db
			.select({ assignmentId: targetChange.assignmentId, targetOn: targetChange.targetOn })
			.from(targetChange)
			.where(between(targetChange.assignmentId, from, to))
			.orderBy(asc(targetChange.id))
	);
	const rechecks = group(
		await db
			.select({
				id: recheck.id,
				assignmentId: recheck.assignmentId,
				confirmationId: recheck.confirmationId,
				dueOn: recheck.dueOn
			})
			.from(recheck)
			.where(between(recheck.assignmentId, from, to))
			.orderBy(asc(recheck.id))
	);
	const recheckOutcomes = group(
		await db
			.select({ assignmentId: recheckOutcome.assignmentId, recheckId: recheckOutcome.recheckId })
			.from(recheckOutcome)
			.where(between(recheckOutcome.assignmentId, from, to))
			.orderBy(asc(recheckOutcome.id))
	);
	return (id: number): AssignmentHistory => ({
		statuses: statuses.get(id) ?? [],
		acceptances: acceptances.get(id) ?? [],
		deadlines: deadlines.get(id) ?? [],
		owners: owners.get(id) ?? [],
		updates: updates.get(id) ?? [],
		reviewers: reviewers.get(id) ?? [],
		targets: targets.get(id) ?? [],
		rechecks: rechecks.get(id) ?? [],
		recheckOutcomes: recheckOutcomes.get(id) ?? []
	});
}

function group<Row extends { assignmentId: number }>(rows: readonly Row[]): Map<number, Row[]> {
	return Map.groupBy(rows, ({ assignmentId }) => assignmentId);
}
