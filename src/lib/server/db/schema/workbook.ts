import { WORKBOOK_DECISIONS, type WorkbookDecision } from '#lib/domain/workbook.ts';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { happened, id, instant, oneOf } from './columns.ts';
import { inspection } from './inspection.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** A workbook as it left: what each of its rows said then, to compare with when it comes back. Append-only. */
export const workbookDownload = sqliteTable(
	'workbook_download',
	{
		...happened(),
		/** Written into the workbook. */
		key: text('key').notNull().unique(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		/** The rows of each sheet as they left: JSON. */
		content: text('content').notNull()
	},
	(table) => [
		index('workbook_download_by_person').on(table.personId),
		index('workbook_download_of').on(table.organisationId, table.id)
	]
);

/** A workbook that came back, read and compared, until each of its rows is accepted or refused. */
export const workbookReturn = sqliteTable(
	'workbook_return',
	{
		id: id(),
		/** What the address shows: random, so that nobody counts up. */
		key: text('key').notNull().unique(),
		downloadId: integer('download_id')
			.notNull()
			.references(() => workbookDownload.id),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		fileName: text('file_name').notNull(),
		sha256: text('sha256').notNull(),
		at: instant('at').notNull(),
		/** When every row was decided. */
		closedAt: instant('closed_at')
	},
	(table) => [
		index('workbook_return_by_person').on(table.personId, table.id),
		index('workbook_return_of').on(table.downloadId)
	]
);

/** One change that a returned workbook asks for. */
export const workbookChange = sqliteTable(
	'workbook_change',
	{
		id: id(),
		returnId: integer('return_id')
			.notNull()
			.references(() => workbookReturn.id),
		position: integer('position').notNull(),
		sheet: text('sheet').notNull(),
		/** As a spreadsheet counts, from 1. */
		row: integer('row').notNull(),
		/** What the row is about: an assignment's reference, or an action's key. */
		subject: text('subject').notNull(),
		/** Theirs, and what stood there when it left: JSON objects of cells. */
		theirs: text('theirs').notNull(),
		before: text('before').notNull(),
		decision: text('decision').$type<WorkbookDecision>(),
		decidedBy: integer('decided_by').references(() => person.id),
		decidedAt: instant('decided_at'),
		/** Why the register did not take it: a refusal's code. */
		refusal: text('refusal')
	},
	(table) => [
		uniqueIndex('workbook_change_position').on(table.returnId, table.position),
		oneOf('workbook_change_decision', table.decision, WORKBOOK_DECISIONS)
	]
);
