import {
	EVIDENCE_KINDS,
	EVIDENCE_SORTS,
	HELD_MARKINGS,
	type EvidenceKind,
	type HeldMarking
} from '#lib/domain/evidence.ts';
import {
	index,
	integer,
	sqliteTable,
	text,
	uniqueIndex,
	type AnySQLiteColumn
} from 'drizzle-orm/sqlite-core';
import { action } from './action.ts';
import { assignment } from './assignment.ts';
import { day, id, instant, oneOf } from './columns.ts';
import { recommendationPart } from './part.ts';
import { person } from './person.ts';

/** The bytes of a file, by their SHA-256. Rows are never changed. */
export const storedFile = sqliteTable('stored_file', {
	sha256: text('sha256').primaryKey(),
	bytes: integer('bytes').notNull(),
	mediaType: text('media_type').notNull(),
	at: instant('at').notNull()
});

/** A file, a link or a sighting. Withdrawn with a reason, never deleted. */
export const evidence = sqliteTable(
	'evidence',
	{
		id: id(),
		/** What the address shows: random, so that nobody counts up. */
		key: text('key').notNull().unique(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		kind: text('kind').$type<EvidenceKind>().notNull(),
		title: text('title').notNull(),
		/** What it shows or proves. */
		shows: text('shows').notNull(),
		marking: text('marking').$type<HeldMarking>().notNull(),
		addedBy: integer('added_by')
			.notNull()
			.references(() => person.id),
		at: instant('at').notNull(),
		onDay: day('on_day').notNull(),
		fileSha256: text('file_sha256').references(() => storedFile.sha256),
		fileName: text('file_name'),
		linkUrl: text('link_url'),
		heldWhere: text('held_where'),
		custodian: text('custodian'),
		seenBy: text('seen_by'),
		seenOn: day('seen_on'),
		/** The key of the first version: what the versions of one item share. Null on the first itself. */
		itemKey: text('item_key'),
		/** From 1. */
		itemVersion: integer('item_version').notNull().default(1),
		sort: text('sort', { enum: EVIDENCE_SORTS }),
		/** Where in it to look. */
		page: text('page'),
		/** The day of the thing shown, not of the upload. */
		shownOn: day('shown_on'),
		partId: integer('part_id').references((): AnySQLiteColumn => recommendationPart.id),
		actionId: integer('action_id').references((): AnySQLiteColumn => action.id),
		withdrawnAt: instant('withdrawn_at'),
		withdrawnOn: day('withdrawn_on'),
		withdrawnBy: integer('withdrawn_by').references(() => person.id),
		withdrawnReason: text('withdrawn_reason')
	},
	(table) => [
		index('evidence_by_assignment').on(table.assignmentId, table.id),
		index('evidence_by_file').on(table.fileSha256),
		index('evidence_by_part').on(table.partId),
		index('evidence_by_action').on(table.actionId),
		uniqueIndex('evidence_version').on(table.itemKey, table.itemVersion),
		oneOf('evidence_kind', table.kind, EVIDENCE_KINDS),
		oneOf('evidence_marking', table.marking, HELD_MARKINGS)
	]
);
