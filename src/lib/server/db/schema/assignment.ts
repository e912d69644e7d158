import { ACCEPTANCES, type Acceptance } from '#lib/domain/acceptance.ts';
import { CAPACITIES, type Capacity } from '#lib/domain/organisation.ts';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, oneOf } from './columns.ts';
import { inspection } from './inspection.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { recommendation } from './recommendation.ts';

/**
 * One recommendation as it falls to one organisation. Its columns say how things stand now and are a
 * projection of the append-only tables in `history.ts`; nothing is lost when one of them changes.
 */
export const assignment = sqliteTable(
	'assignment',
	{
		id: id(),
		/** That of its recommendation, repeated so that one index serves a whole inspection. */
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		capacity: text('capacity').$type<Capacity>().notNull(),
		allocatedOn: day('allocated_on').notNull(),
		status: text('status').$type<AssignmentStatus>().notNull(),
		/** The day of the latest status change. */
		statusOn: day('status_on').notNull(),
		acceptance: text('acceptance').$type<Acceptance>().notNull(),
		originalDueOn: day('original_due_on'),
		currentDueOn: day('current_due_on'),
		/** How often the deadline was moved after it was first set. */
		deadlineMoves: integer('deadline_moves').notNull().default(0),
		ownerPostId: integer('owner_post_id').references(() => post.id),
		/** The post that delivers the work, where that is another. */
		deliveryPostId: integer('delivery_post_id').references(() => post.id),
		lastReportedOn: day('last_reported_on'),
		/** When the organisation got it back: reopened, returned, or its claim withdrawn. Periods ask from then on. */
		askedSince: day('asked_since'),
		/** Set while a claim waits for a decision. */
		claimedOn: day('claimed_on'),
		claimedBy: integer('claimed_by').references(() => person.id),
		/** Who has taken the claim for review. */
		reviewerId: integer('reviewer_id').references(() => person.id),
		/** The organisation's own aim, which moves no deadline. */
		targetOn: day('target_on'),
		/** The day on which a confirmed assignment is looked at again; null once it was. */
		recheckOn: day('recheck_on'),
		/** Grows with every change that a person editing the page must know of; evidence does not count. */
		version: integer('version').notNull().default(1)
	},
	(table) => [
		uniqueIndex('assignment_pair').on(table.recommendationId, table.organisationId),
		index('assignment_by_organisation').on(table.organisationId, table.currentDueOn),
		index('assignment_queue').on(table.status, table.claimedOn),
		index('assignment_counts').on(
			table.inspectionId,
			table.recommendationId,
			table.status,
			table.currentDueOn,
			table.originalDueOn,
			table.claimedOn,
			table.lastReportedOn,
			table.allocatedOn,
			table.askedSince,
			table.organisationId,
			table.ownerPostId
		),
		index('assignment_due').on(table.inspectionId, table.currentDueOn),
		// Partial, so that nobody looks for what has no post by an index of posts.
		index('assignment_by_owner_post')
			.on(table.ownerPostId)
			.where(sql`${table.ownerPostId} is not null`),
		index('assignment_by_delivery_post')
			.on(table.deliveryPostId)
			.where(sql`${table.deliveryPostId} is not null`),
		index('assignment_by_reviewer')
			.on(table.reviewerId)
			.where(sql`${table.reviewerId} is not null`),
		index('assignment_recheck')
			.on(table.recheckOn)
			.where(sql`${table.recheckOn} is not null`),
		oneOf('assignment_status', table.status, ASSIGNMENT_STATUSES),
		oneOf('assignment_capacity', table.capacity, CAPACITIES),
		oneOf('assignment_acceptance', table.acceptance, ACCEPTANCES)
	]
);
