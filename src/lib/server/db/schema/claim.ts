import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { id, instant } from './columns.ts';
import { evidence } from './evidence.ts';
import { statusChange } from './history.ts';
import { criterion, recommendationPart } from './part.ts';

/** Append-only: which evidence a claim rests on, for which part or criterion, and where in it to look. */
export const claimLink = sqliteTable(
	'claim_link',
	{
		id: id(),
		/** The status change 'report-complete' that makes the claim. */
		claimId: integer('claim_id')
			.notNull()
			.references(() => statusChange.id),
		partId: integer('part_id').references(() => recommendationPart.id),
		criterionId: integer('criterion_id').references(() => criterion.id),
		evidenceId: integer('evidence_id')
			.notNull()
			.references(() => evidence.id),
		page: text('page')
	},
	(table) => [
		index('claim_link_by_claim').on(table.claimId),
		index('claim_link_by_evidence').on(table.evidenceId)
	]
);

/** Append-only: what was submitted, provable later by its hash and by the head of the audit chain. */
export const receipt = sqliteTable(
	'receipt',
	{
		id: id(),
		key: text('key').notNull().unique(),
		claimId: integer('claim_id')
			.notNull()
			.unique()
			.references(() => statusChange.id),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		at: instant('at').notNull(),
		/** The claim as JSON: what the hash is taken over. */
		content: text('content').notNull(),
		contentHash: text('content_hash').notNull(),
		chainSequence: integer('chain_sequence').notNull(),
		chainHead: text('chain_head').notNull()
	},
	(table) => [index('receipt_by_assignment').on(table.assignmentId)]
);
