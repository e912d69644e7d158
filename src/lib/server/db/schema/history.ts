import { ACCEPTANCES } from '#lib/domain/acceptance.ts';
import { CONFIDENCES, DECISION_BASES } from '#lib/domain/confidence.ts';
import {
	DEADLINE_KINDS,
	DEADLINE_SETTERS,
	type DeadlineKind,
	type DeadlineSetter
} from '#lib/domain/deadline.ts';
import { POST_DUTIES } from '#lib/domain/post.ts';
import { ASSIGNMENT_STATUSES, VERBS, type AssignmentStatus } from '#lib/domain/status.ts';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, happened, id, instant, oneOf } from './columns.ts';
import { person } from './person.ts';
import { post } from './post.ts';
import { recommendation } from './recommendation.ts';

// Everything here is append-only, by trigger (see the first migration). `on_day` is the London day of `at`,
// so that the register can be read as it was at the end of any day.

const about = () => ({
	id: id(),
	assignmentId: integer('assignment_id')
		.notNull()
		.references(() => assignment.id),
	at: instant('at').notNull(),
	onDay: day('on_day').notNull(),
	actorId: integer('actor_id').references(() => person.id)
});

export const statusChange = sqliteTable(
	'status_change',
	{
		...about(),
		verb: text('verb', { enum: [...VERBS, 'allocate'] }).notNull(),
		fromStatus: text('from_status', { enum: ASSIGNMENT_STATUSES }),
		toStatus: text('to_status').$type<AssignmentStatus>().notNull(),
		statement: text('statement'),
		reason: text('reason'),
		basis: text('basis', { enum: DECISION_BASES })
	},
	(table) => [
		index('status_change_as_at').on(table.assignmentId, table.onDay, table.id, table.toStatus),
		index('status_change_by_day').on(table.onDay, table.toStatus),
		oneOf('status_change_to_status', table.toStatus, ASSIGNMENT_STATUSES)
	]
);

export const deadlineRevision = sqliteTable(
	'deadline_revision',
	{
		...about(),
		phrase: text('phrase'),
		kind: text('kind').$type<DeadlineKind>().notNull(),
		lastDay: day('last_day'),
		rule: text('rule').notNull(),
		setBy: text('set_by').$type<DeadlineSetter>().notNull(),
		reason: text('reason'),
		/** Who asked for the change, where somebody did. */
		askedBy: integer('asked_by').references(() => person.id)
	},
	(table) => [
		index('deadline_revision_as_at').on(table.assignmentId, table.onDay, table.id, table.lastDay),
		oneOf('deadline_revision_kind', table.kind, DEADLINE_KINDS),
		oneOf('deadline_revision_set_by', table.setBy, DEADLINE_SETTERS)
	]
);

/** The deadline of a whole recommendation, as worded; each assignment has its revision of it beside. */
export const recommendationDeadline = sqliteTable(
	'recommendation_deadline',
	{
		...happened(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		phrase: text('phrase'),
		kind: text('kind').$type<DeadlineKind>().notNull(),
		lastDay: day('last_day'),
		rule: text('rule').notNull(),
		reason: text('reason')
	},
	(table) => [
		index('recommendation_deadline_latest').on(table.recommendationId, table.id),
		oneOf('recommendation_deadline_kind', table.kind, DEADLINE_KINDS)
	]
);

/** The organisation's own target date, kept apart from the deadline; null where it took the date away. */
export const targetChange = sqliteTable(
	'target_change',
	{ ...about(), targetOn: day('target_on'), reason: text('reason') },
	(table) => [index('target_change_as_at').on(table.assignmentId, table.onDay, table.id)]
);

export const acceptanceChange = sqliteTable(
	'acceptance_change',
	{
		...about(),
		acceptance: text('acceptance', { enum: ACCEPTANCES }).notNull(),
		reason: text('reason')
	},
	(table) => [index('acceptance_change_as_at').on(table.assignmentId, table.onDay, table.id)]
);

export const ownerChange = sqliteTable(
	'owner_change',
	{
		...about(),
		postId: integer('post_id').references(() => post.id),
		duty: text('duty', { enum: POST_DUTIES }).notNull().default('accountable'),
		/** Why it moved to another post, where several moved at once. */
		reason: text('reason')
	},
	(table) => [index('owner_change_as_at').on(table.assignmentId, table.onDay, table.id)]
);

/** A dated narrative by the owner. Never edited: a later one corrects it. */
export const progressUpdate = sqliteTable(
	'progress_update',
	{
		...about(),
		narrative: text('narrative').notNull(),
		/** The earlier update that this one corrects. */
		correctsId: integer('corrects_id'),
		confidence: text('confidence', { enum: CONFIDENCES }),
		nextMilestone: text('next_milestone'),
		nextMilestoneOn: day('next_milestone_on')
	},
	(table) => [
		index('progress_update_as_at').on(table.assignmentId, table.onDay, table.id),
		index('progress_update_corrections')
			.on(table.correctsId)
			.where(sql`${table.correctsId} is not null`)
	]
);

/** An assignment waits for another body's; the end is a row of its own. */
export const waiting = sqliteTable(
	'waiting',
	{
		...about(),
		onAssignmentId: integer('on_assignment_id')
			.notNull()
			.references(() => assignment.id),
		reason: text('reason').notNull(),
		reviewOn: day('review_on').notNull()
	},
	(table) => [
		index('waiting_by_assignment').on(table.assignmentId, table.id),
		index('waiting_on').on(table.onAssignmentId)
	]
);

export const waitingEnd = sqliteTable(
	'waiting_end',
	{
		...about(),
		waitingId: integer('waiting_id')
			.notNull()
			.references(() => waiting.id),
		reason: text('reason')
	},
	(table) => [uniqueIndex('waiting_end_once').on(table.waitingId)]
);

/** One row per form that was carried out, so that a double submit is carried out once. */
export const submission = sqliteTable(
	'submission',
	{
		key: text('key').primaryKey(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		at: instant('at').notNull()
	},
	(table) => [index('submission_age').on(table.at)]
);
