import { VIEW_PAGES, type ViewPage } from '#lib/domain/saved-view.ts';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, oneOf } from './columns.ts';
import { person } from './person.ts';

/** A filter that somebody gave a name. It shows whoever opens it what they may see themselves. Ended, never deleted. */
export const savedView = sqliteTable(
	'saved_view',
	{
		id: id(),
		/** What the address shows: random, so that nobody counts up. */
		key: text('key').notNull().unique(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		page: text('page').$type<ViewPage>().notNull(),
		name: text('name').notNull(),
		/** The query of the address, in its own order of names, without the question mark. */
		query: text('query').notNull(),
		createdAt: instant('created_at').notNull(),
		changedAt: instant('changed_at').notNull(),
		endedAt: instant('ended_at')
	},
	(table) => [
		uniqueIndex('saved_view_name')
			.on(table.personId, table.page, table.name)
			.where(sql`${table.endedAt} is null`),
		index('saved_view_of').on(table.personId, table.id),
		oneOf('saved_view_page', table.page, VIEW_PAGES)
	]
);
