import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { id, instant } from './columns.ts';

/** Facts about this register: whether it is sample data, when it was made. */
export const setting = sqliteTable('setting', {
	key: text('key').primaryKey(),
	value: text('value').notNull()
});

/** Mail that is owed, written in the transaction that causes it. With no SMTP configured it is the mailbox. */
export const outbox = sqliteTable(
	'outbox',
	{
		id: id(),
		to: text('to').notNull(),
		subject: text('subject').notNull(),
		body: text('body').notNull(),
		at: instant('at').notNull(),
		sentAt: instant('sent_at'),
		attempts: integer('attempts').notNull().default(0),
		lastError: text('last_error')
	},
	(table) => [
		index('outbox_unsent')
			.on(table.id)
			.where(sql`${table.sentAt} is null`)
	]
);

/** Each run of a job is claimed by its (job, period) row, so that it happens once. */
export const jobRun = sqliteTable(
	'job_run',
	{
		id: id(),
		job: text('job').notNull(),
		period: text('period').notNull(),
		startedAt: instant('started_at').notNull(),
		finishedAt: instant('finished_at'),
		outcome: text('outcome')
	},
	(table) => [uniqueIndex('job_run_once').on(table.job, table.period)]
);
