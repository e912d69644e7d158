import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, id } from './columns.ts';

/** A published report that recommendations come from. Its code begins every reference. */
export const inspection = sqliteTable('inspection', {
	id: id(),
	code: text('code').notNull().unique(),
	title: text('title').notNull(),
	inspectorate: text('inspectorate').notNull(),
	publishedOn: day('published_on').notNull(),
	url: text('url').notNull(),
	licence: text('licence').notNull()
});

/** A span in which every open assignment owes an update. Both days are included. */
export const reportingPeriod = sqliteTable(
	'reporting_period',
	{
		id: id(),
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		opensOn: day('opens_on').notNull(),
		closesOn: day('closes_on').notNull()
	},
	(table) => [index('reporting_period_latest').on(table.inspectionId, table.opensOn)]
);
