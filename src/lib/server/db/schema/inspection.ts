import { REPORTING_RHYTHMS } from '#lib/domain/reporting-rhythm.ts';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, id, instant } from './columns.ts';

/** A published report that recommendations come from. Its code begins every reference. */
export const inspection = sqliteTable('inspection', {
	id: id(),
	code: text('code').notNull().unique(),
	title: text('title').notNull(),
	inspectorate: text('inspectorate').notNull(),
	publishedOn: day('published_on').notNull(),
	url: text('url').notNull(),
	licence: text('licence').notNull(),
	/** How often updates are asked for. */
	rhythm: text('rhythm', { enum: REPORTING_RHYTHMS }).notNull().default('none'),
	/** Whether a decision on a claim needs a second inspector. */
	isCountersigned: integer('is_countersigned', { mode: 'boolean' }).notNull().default(false),
	/** Months after confirmation at which an assignment is looked at again; null for never. */
	recheckMonths: integer('recheck_months')
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
		closesOn: day('closes_on').notNull(),
		/** When what was owed was settled; null until then. */
		closedAt: instant('closed_at')
	},
	(table) => [index('reporting_period_latest').on(table.inspectionId, table.opensOn)]
);
