import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, instant } from './columns.ts';

/** The trail: append-only by trigger, chained by hash. No foreign keys, so that nothing can pull a row away. */
export const auditEntry = sqliteTable(
	'audit_entry',
	{
		/** 1, 2, 3, … without a gap: part of what is hashed. */
		sequence: integer('sequence').primaryKey(),
		at: instant('at').notNull(),
		onDay: day('on_day').notNull(),
		action: text('action').notNull(),
		actorId: integer('actor_id'),
		actorName: text('actor_name').notNull(),
		assignmentId: integer('assignment_id'),
		organisationId: integer('organisation_id'),
		/** JSON object of plain values. */
		particulars: text('particulars').notNull(),
		sentence: text('sentence').notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text('hash').notNull()
	},
	(table) => [
		index('audit_entry_by_assignment').on(table.assignmentId, table.sequence),
		index('audit_entry_by_organisation').on(table.organisationId, table.sequence),
		index('audit_entry_by_actor').on(table.actorId, table.sequence),
		index('audit_entry_by_day').on(table.onDay, table.sequence),
		// Few among many: those that are kept from some readers are counted without reading the rest.
		index('audit_entry_notes')
			.on(table.sequence)
			.where(sql`substr(${table.action}, 1, 5) = 'note.'`)
	]
);
