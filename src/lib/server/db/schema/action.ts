import {
	ACTION_STATES,
	ACTION_VERBS,
	type ActionState,
	type ActionVerb
} from '#lib/domain/action.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, id, instant, oneOf } from './columns.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { post } from './post.ts';

/** A step of an organisation's improvement plan; one action can serve several of its assignments. */
export const action = sqliteTable(
	'action',
	{
		id: id(),
		/** What the address shows. */
		key: text('key').notNull().unique(),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		title: text('title').notNull(),
		/** What it will show when it is done. */
		shows: text('shows').notNull(),
		ownerPostId: integer('owner_post_id').references(() => post.id),
		dueOn: day('due_on'),
		state: text('state').$type<ActionState>().notNull(),
		doneOn: day('done_on'),
		version: integer('version').notNull().default(1)
	},
	(table) => [
		index('action_by_organisation').on(table.organisationId, table.state, table.dueOn),
		index('action_by_post').on(table.ownerPostId),
		oneOf('action_state', table.state, ACTION_STATES)
	]
);

/** Which assignments an action serves, and its place in the plan of each. */
export const actionAssignment = sqliteTable(
	'action_assignment',
	{
		actionId: integer('action_id')
			.notNull()
			.references(() => action.id),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		/** From 1, in the order of the plan. */
		position: integer('position').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.actionId, table.assignmentId] }),
		index('action_assignment_plan').on(table.assignmentId, table.position)
	]
);

/** Append-only: what was done to an action, by whom, and why. */
export const actionChange = sqliteTable(
	'action_change',
	{
		id: id(),
		actionId: integer('action_id')
			.notNull()
			.references(() => action.id),
		at: instant('at').notNull(),
		onDay: day('on_day').notNull(),
		actorId: integer('actor_id')
			.notNull()
			.references(() => person.id),
		verb: text('verb').$type<ActionVerb>().notNull(),
		reason: text('reason'),
		/** The action as it was left, as JSON. */
		state: text('state').notNull()
	},
	(table) => [
		index('action_change_by_action').on(table.actionId, table.id),
		oneOf('action_change_verb', table.verb, ACTION_VERBS)
	]
);
