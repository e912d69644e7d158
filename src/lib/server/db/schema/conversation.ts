import { AUDIENCES, type Audience } from '#lib/domain/audience.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, id, instant, oneOf } from './columns.ts';
import { person } from './person.ts';

/** Append-only: what body and inspectorate say to each other about an assignment, and the inspectorate's own notes. */
export const comment = sqliteTable(
	'comment',
	{
		id: id(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		authorId: integer('author_id')
			.notNull()
			.references(() => person.id),
		at: instant('at').notNull(),
		onDay: day('on_day').notNull(),
		audience: text('audience').$type<Audience>().notNull(),
		text: text('text').notNull()
	},
	(table) => [
		index('comment_by_assignment').on(table.assignmentId, table.audience, table.id),
		oneOf('comment_audience', table.audience, AUDIENCES)
	]
);

export const mention = sqliteTable(
	'mention',
	{
		commentId: integer('comment_id')
			.notNull()
			.references(() => comment.id),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id)
	},
	(table) => [
		primaryKey({ columns: [table.commentId, table.personId] }),
		index('mention_of').on(table.personId)
	]
);

/** What somebody is writing and has not sent: theirs alone, one for each form, and gone once it is sent. */
export const draft = sqliteTable(
	'draft',
	{
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		/** Which form, and what it is about: 'update:1234'. */
		form: text('form').notNull(),
		/** The typed fields as JSON. */
		typed: text('typed').notNull(),
		/** Grows with every save, so that two tabs notice each other. */
		version: integer('version').notNull(),
		savedAt: instant('saved_at').notNull()
	},
	(table) => [primaryKey({ columns: [table.personId, table.form] })]
);
