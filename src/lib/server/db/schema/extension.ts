import {
	EXTENSION_ANSWERS,
	EXTENSION_REASONS,
	type ExtensionAnswer,
	type ExtensionReason
} from '#lib/domain/extension.ts';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, happened, oneOf } from './columns.ts';
import { deadlineRevision } from './history.ts';
import { person } from './person.ts';

const asked = () => ({
	...happened(),
	assignmentId: integer('assignment_id')
		.notNull()
		.references(() => assignment.id),
	actorId: integer('actor_id')
		.notNull()
		.references(() => person.id)
});

/** The organisation asks for more time. Append-only, as everything here. */
export const extensionRequest = sqliteTable(
	'extension_request',
	{
		...asked(),
		/** The deadline as it was when the request was made. */
		currentDueOn: day('current_due_on').notNull(),
		askedDueOn: day('asked_due_on').notNull(),
		reasonCode: text('reason_code').$type<ExtensionReason>().notNull(),
		reason: text('reason').notNull()
	},
	(table) => [
		index('extension_request_by_assignment').on(table.assignmentId, table.id),
		oneOf('extension_request_reason_code', table.reasonCode, EXTENSION_REASONS)
	]
);

/** The inspectorate grants it, grants another day, or refuses. */
export const extensionDecision = sqliteTable(
	'extension_decision',
	{
		...asked(),
		requestId: integer('request_id')
			.notNull()
			.references(() => extensionRequest.id),
		answer: text('answer').$type<ExtensionAnswer>().notNull(),
		/** Null where it was refused. */
		grantedDueOn: day('granted_due_on'),
		reason: text('reason').notNull(),
		/** The revision of the deadline that the grant made. */
		revisionId: integer('revision_id').references(() => deadlineRevision.id)
	},
	(table) => [
		uniqueIndex('extension_decision_once').on(table.requestId),
		index('extension_decision_by_assignment').on(table.assignmentId),
		index('extension_decision_by_revision')
			.on(table.revisionId)
			.where(sql`${table.revisionId} is not null`),
		oneOf('extension_decision_answer', table.answer, EXTENSION_ANSWERS)
	]
);

/** The organisation takes its request back before it is decided. */
export const extensionWithdrawal = sqliteTable(
	'extension_withdrawal',
	{
		...asked(),
		requestId: integer('request_id')
			.notNull()
			.references(() => extensionRequest.id),
		reason: text('reason')
	},
	(table) => [
		uniqueIndex('extension_withdrawal_once').on(table.requestId),
		index('extension_withdrawal_by_assignment').on(table.assignmentId)
	]
);
