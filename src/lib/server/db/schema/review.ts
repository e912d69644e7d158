import { DECISION_BASES } from '#lib/domain/confidence.ts';
import { FINDINGS, VERDICTS, type Finding, type Verdict } from '#lib/domain/review.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { happened, id, oneOf } from './columns.ts';
import { statusChange } from './history.ts';
import { criterion } from './part.ts';
import { person } from './person.ts';

const decided = () => ({
	...happened(),
	assignmentId: integer('assignment_id')
		.notNull()
		.references(() => assignment.id),
	actorId: integer('actor_id')
		.notNull()
		.references(() => person.id)
});

/** Append-only: who has taken a claim for review; the latest row counts. */
export const reviewerChange = sqliteTable(
	'reviewer_change',
	{
		...decided(),
		/** Null where the claim was put back. */
		reviewerId: integer('reviewer_id').references(() => person.id),
		reason: text('reason')
	},
	(table) => [index('reviewer_change_latest').on(table.assignmentId, table.id)]
);

/** Append-only: what an inspector decided about a claim, in force once it is countersigned where that is asked for. */
export const claimReview = sqliteTable(
	'claim_review',
	{
		...decided(),
		/** The status change 'report-complete' that made the claim. */
		claimId: integer('claim_id')
			.notNull()
			.references(() => statusChange.id),
		verdict: text('verdict').$type<Verdict>().notNull(),
		basis: text('basis', { enum: DECISION_BASES }),
		reason: text('reason')
	},
	(table) => [
		index('claim_review_by_claim').on(table.claimId, table.id),
		index('claim_review_by_assignment').on(table.assignmentId, table.id),
		oneOf('claim_review_verdict', table.verdict, VERDICTS)
	]
);

/** Append-only: how far the claim meets each criterion, in the version that was in force. */
export const criterionFinding = sqliteTable(
	'criterion_finding',
	{
		id: id(),
		reviewId: integer('review_id')
			.notNull()
			.references(() => claimReview.id),
		criterionId: integer('criterion_id')
			.notNull()
			.references(() => criterion.id),
		finding: text('finding').$type<Finding>().notNull(),
		reason: text('reason')
	},
	(table) => [
		uniqueIndex('criterion_finding_once').on(table.reviewId, table.criterionId),
		oneOf('criterion_finding_finding', table.finding, FINDINGS)
	]
);

/** Append-only: the second inspector agrees with a review, or does not and says why. */
export const countersignature = sqliteTable(
	'countersignature',
	{
		...decided(),
		reviewId: integer('review_id')
			.notNull()
			.references(() => claimReview.id),
		isAgreed: integer('is_agreed', { mode: 'boolean' }).notNull(),
		reason: text('reason')
	},
	(table) => [uniqueIndex('countersignature_once').on(table.reviewId)]
);
