import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id } from './columns.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** Posts own, people hold posts. */
export const post = sqliteTable(
	'post',
	{
		id: id(),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		title: text('title').notNull()
	},
	(table) => [uniqueIndex('post_title').on(table.organisationId, table.title)]
);

export const postHolder = sqliteTable(
	'post_holder',
	{
		id: id(),
		postId: integer('post_id')
			.notNull()
			.references(() => post.id),
		/** Null for a holder who does not sign in. */
		personId: integer('person_id').references(() => person.id),
		/** As it was when the post was taken up: history keeps the old name. */
		name: text('name').notNull(),
		fromDay: day('from_day').notNull(),
		toDay: day('to_day')
	},
	(table) => [
		uniqueIndex('post_holder_current')
			.on(table.postId)
			.where(sql`${table.toDay} is null`),
		index('post_holder_person').on(table.personId),
		// Of every time: who holds a post as at a day is asked of all its holders.
		index('post_holder_of_post').on(table.postId, table.fromDay)
	]
);
