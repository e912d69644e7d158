import { SCAN_RESULTS, type ScanResult } from '#lib/domain/evidence.ts';
import { WAITING_RESPONSES, type WaitingResponse } from '#lib/domain/waiting.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, id, instant, oneOf } from './columns.ts';
import { storedFile } from './evidence.ts';
import { waiting } from './history.ts';
import { person } from './person.ts';
import { post, postHolder } from './post.ts';

// What one side asks and the other answers. Rows are append-only but for a handover's acceptance.

const asked = () => ({
	id: id(),
	assignmentId: integer('assignment_id')
		.notNull()
		.references(() => assignment.id),
	at: instant('at').notNull(),
	onDay: day('on_day').notNull(),
	actorId: integer('actor_id')
		.notNull()
		.references(() => person.id)
});

/** The organisation asks that an assignment be set not applicable. */
export const exemptionRequest = sqliteTable(
	'exemption_request',
	{ ...asked(), reason: text('reason').notNull() },
	(table) => [index('exemption_request_by_assignment').on(table.assignmentId, table.id)]
);

/** The inspectorate agrees, or does not and says why. */
export const exemptionDecision = sqliteTable(
	'exemption_decision',
	{
		...asked(),
		requestId: integer('request_id')
			.notNull()
			.references(() => exemptionRequest.id),
		isAgreed: integer('is_agreed', { mode: 'boolean' }).notNull(),
		reason: text('reason').notNull()
	},
	(table) => [
		uniqueIndex('exemption_decision_once').on(table.requestId),
		index('exemption_decision_by_assignment').on(table.assignmentId)
	]
);

/** The organisation takes its request back before it is decided. */
export const exemptionWithdrawal = sqliteTable(
	'exemption_withdrawal',
	{
		...asked(),
		requestId: integer('request_id')
			.notNull()
			.references(() => exemptionRequest.id),
		reason: text('reason')
	},
	(table) => [
		uniqueIndex('exemption_withdrawal_once').on(table.requestId),
		index('exemption_withdrawal_by_assignment').on(table.assignmentId)
	]
);

/** What the body that is waited for says; the latest row counts. */
export const waitingResponse = sqliteTable(
	'waiting_response',
	{
		...asked(),
		waitingId: integer('waiting_id')
			.notNull()
			.references(() => waiting.id),
		response: text('response').$type<WaitingResponse>().notNull(),
		reason: text('reason')
	},
	(table) => [
		index('waiting_response_latest').on(table.waitingId, table.id),
		index('waiting_response_by_assignment').on(table.assignmentId),
		oneOf('waiting_response_response', table.response, WAITING_RESPONSES)
	]
);

/** A new holder takes over a post: open until the holder accepts it. */
export const handover = sqliteTable(
	'handover',
	{
		id: id(),
		postId: integer('post_id')
			.notNull()
			.references(() => post.id),
		fromHolderId: integer('from_holder_id').references(() => postHolder.id),
		toHolderId: integer('to_holder_id')
			.notNull()
			.references(() => postHolder.id),
		at: instant('at').notNull(),
		openedBy: integer('opened_by')
			.notNull()
			.references(() => person.id),
		/** Why the holder changed. */
		reason: text('reason'),
		acceptedAt: instant('accepted_at'),
		acceptedBy: integer('accepted_by').references(() => person.id),
		/** What the new holder said when accepting. */
		note: text('note')
	},
	(table) => [
		uniqueIndex('handover_to').on(table.toHolderId),
		index('handover_by_post').on(table.postId, table.id)
	]
);

/** Append-only: what the malware scanner said of a file; the latest row counts. */
export const fileScan = sqliteTable(
	'file_scan',
	{
		id: id(),
		sha256: text('sha256')
			.notNull()
			.references(() => storedFile.sha256),
		result: text('result').$type<ScanResult>().notNull(),
		/** What it found, or why it failed. */
		detail: text('detail'),
		at: instant('at').notNull()
	},
	(table) => [
		index('file_scan_latest').on(table.sha256, table.id),
		oneOf('file_scan_result', table.result, SCAN_RESULTS)
	]
);
