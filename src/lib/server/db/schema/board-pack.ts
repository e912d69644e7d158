import { PACK_PURPOSES, type PackPurpose } from '#lib/domain/board-pack.ts';
import { HELD_MARKINGS, type HeldMarking } from '#lib/domain/evidence.ts';
import {
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { assignment } from './assignment.ts';
import { day, happened, id, instant, oneOf } from './columns.ts';
import { storedFile } from './evidence.ts';
import { inspection } from './inspection.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** A pack for a board, while it is prepared. What was issued is frozen in `board_pack_issue`. */
export const boardPack = sqliteTable(
	'board_pack',
	{
		id: id(),
		/** What the address shows: random, so that nobody counts up. */
		key: text('key').notNull().unique(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		/** Null for the whole inspection. */
		organisationId: integer('organisation_id').references(() => organisation.id),
		meeting: text('meeting').notNull(),
		meetingOn: day('meeting_on').notNull(),
		asAt: day('as_at').notNull(),
		purpose: text('purpose').$type<PackPurpose>().notNull(),
		/** What is asked of the board; null for nothing. */
		asks: text('asks'),
		marking: text('marking').$type<HeldMarking>().notNull(),
		preparedBy: integer('prepared_by')
			.notNull()
			.references(() => person.id),
		createdAt: instant('created_at').notNull(),
		changedAt: instant('changed_at').notNull(),
		/** Set where it was put aside without being issued. */
		droppedAt: instant('dropped_at'),
		version: integer('version').notNull().default(1)
	},
	(table) => [
		index('board_pack_of_organisation').on(table.organisationId, table.id),
		index('board_pack_of_inspection').on(table.inspectionId, table.id),
		oneOf('board_pack_purpose', table.purpose, PACK_PURPOSES),
		oneOf('board_pack_marking', table.marking, HELD_MARKINGS)
	]
);

/** What the pack says about one exception, beside the record's own facts. */
export const boardPackComment = sqliteTable(
	'board_pack_comment',
	{
		packId: integer('pack_id')
			.notNull()
			.references(() => boardPack.id),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		text: text('text').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.packId, table.assignmentId] }),
		index('board_pack_comment_about').on(table.assignmentId)
	]
);

/** Append-only: a pack as it was issued, with all that its pages say. */
export const boardPackIssue = sqliteTable(
	'board_pack_issue',
	{
		...happened(),
		packId: integer('pack_id')
			.notNull()
			.references(() => boardPack.id),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		/** That of the pack; null for the whole inspection. */
		organisationId: integer('organisation_id').references(() => organisation.id),
		/** 1, 2, 3, … for each inspection, or for each organisation of it. */
		number: integer('number').notNull(),
		/** On every page, for whoever wants to know whether the paper is genuine. */
		code: text('code').notNull().unique(),
		issuedBy: integer('issued_by')
			.notNull()
			.references(() => person.id),
		/** What the pages are made of: canonical JSON. */
		snapshot: text('snapshot').notNull(),
		/** SHA-256 of the snapshot. */
		contentHash: text('content_hash').notNull(),
		/** The PDF as it was issued, in the file store. */
		pdfSha256: text('pdf_sha256')
			.notNull()
			.references(() => storedFile.sha256)
	},
	(table) => [
		uniqueIndex('board_pack_issue_once').on(table.packId),
		uniqueIndex('board_pack_issue_number')
			.on(table.inspectionId, table.organisationId, table.number)
			.where(sql`${table.organisationId} is not null`),
		uniqueIndex('board_pack_issue_number_national')
			.on(table.inspectionId, table.number)
			.where(sql`${table.organisationId} is null`),
		index('board_pack_issue_of_organisation').on(table.organisationId),
		index('board_pack_issue_by_pdf').on(table.pdfSha256)
	]
);
