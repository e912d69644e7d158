import { OWED_OUTCOMES, type OwedOutcome } from '#lib/domain/reporting-rhythm.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, oneOf } from './columns.ts';
import { reportingPeriod } from './inspection.ts';

/** An update that a reporting period asks of an assignment. What became of it is written once, when it is known. */
export const owedUpdate = sqliteTable(
	'owed_update',
	{
		periodId: integer('period_id')
			.notNull()
			.references(() => reportingPeriod.id),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		/** Null while the period is open and nothing has been reported. */
		outcome: text('outcome').$type<OwedOutcome>(),
		outcomeOn: day('outcome_on')
	},
	(table) => [
		primaryKey({ columns: [table.periodId, table.assignmentId] }),
		index('owed_update_by_assignment').on(table.assignmentId, table.periodId),
		oneOf('owed_update_outcome', table.outcome, OWED_OUTCOMES)
	]
);
