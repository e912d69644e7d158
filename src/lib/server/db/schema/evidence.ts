import {
	EVIDENCE_KINDS,
	HELD_MARKINGS,
	type EvidenceKind,
	type HeldMarking
} from '#lib/domain/evidence.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, id, instant, oneOf } from './columns.ts';
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
		withdrawnAt: instant('withdrawn_at'),
		withdrawnOn: day('withdrawn_on'),
		withdrawnBy: integer('withdrawn_by').references(() => person.id),
		withdrawnReason: text('withdrawn_reason')
	},
	(table) => [
		index('evidence_by_assignment').on(table.assignmentId, table.id),
		index('evidence_by_file').on(table.fileSha256),
		oneOf('evidence_kind', table.kind, EVIDENCE_KINDS),
		oneOf('evidence_marking', table.marking, HELD_MARKINGS)
	]
);
