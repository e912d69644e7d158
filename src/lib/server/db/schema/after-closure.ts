import { RECHECK_OUTCOMES, type RecheckOutcome } from '#lib/domain/after-closure.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, happened, oneOf } from './columns.ts';
import { statusChange } from './history.ts';
import { person } from './person.ts';
import { recommendation } from './recommendation.ts';

const about = () => ({
	...happened(),
	assignmentId: integer('assignment_id')
		.notNull()
		.references(() => assignment.id),
	actorId: integer('actor_id').references(() => person.id)
});

/** Append-only: a day on which a confirmed assignment is looked at again; the latest row counts. */
export const recheck = sqliteTable(
	'recheck',
	{
		...about(),
		/** The status change 'confirm' that it follows. */
		confirmationId: integer('confirmation_id')
			.notNull()
			.references(() => statusChange.id),
		dueOn: day('due_on').notNull(),
		reason: text('reason')
	},
	(table) => [index('recheck_latest').on(table.assignmentId, table.id)]
);

/** Append-only: what the inspectorate found when it looked again. */
export const recheckOutcome = sqliteTable(
	'recheck_outcome',
	{
		...about(),
		recheckId: integer('recheck_id')
			.notNull()
			.references(() => recheck.id),
		outcome: text('outcome').$type<RecheckOutcome>().notNull(),
		reason: text('reason').notNull()
	},
	(table) => [
		uniqueIndex('recheck_outcome_once').on(table.recheckId),
		index('recheck_outcome_by_assignment').on(table.assignmentId),
		oneOf('recheck_outcome_outcome', table.outcome, RECHECK_OUTCOMES)
	]
);

/** Append-only: a later recommendation takes the place of an earlier one. */
export const supersession = sqliteTable(
	'supersession',
	{
		...happened(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		byRecommendationId: integer('by_recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		reason: text('reason').notNull()
	},
	(table) => [
		uniqueIndex('supersession_once').on(table.recommendationId),
		index('supersession_by').on(table.byRecommendationId)
	]
);

/** Append-only: an assignment goes to the successor of a body that ended, where it goes on as another assignment. */
export const assignmentSuccession = sqliteTable(
	'assignment_succession',
	{
		...about(),
		successorId: integer('successor_id')
			.notNull()
			.references(() => assignment.id),
		reason: text('reason').notNull()
	},
	(table) => [
		uniqueIndex('assignment_succession_once').on(table.assignmentId),
		index('assignment_succession_of').on(table.successorId)
	]
);
