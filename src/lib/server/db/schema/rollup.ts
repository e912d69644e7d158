import { ASSIGNMENT_STATUSES, type AssignmentStatus } from '#lib/domain/status.ts';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assignment } from './assignment.ts';
import { day, oneOf } from './columns.ts';
import { inspection } from './inspection.ts';
import { organisation } from './organisation.ts';
import { recommendation } from './recommendation.ts';

/**
 * By how much the assignments in a status grew on a day, as the day ended: a projection of `status_change` that
 * can be made again from it. Summed up to a day it says how many stood where.
 */
export const dailyFlow = sqliteTable(
	'daily_flow',
	{
		inspectionId: integer('inspection_id')
			.notNull()
			.references(() => inspection.id),
		onDay: day('on_day').notNull(),
		assignmentId: integer('assignment_id')
			.notNull()
			.references(() => assignment.id),
		status: text('status').$type<AssignmentStatus>().notNull(),
		/** +1 where it came into the status on that day, -1 where it left it. */
		change: integer('change').notNull(),
		recommendationId: integer('recommendation_id')
			.notNull()
			.references(() => recommendation.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id)
	},
	(table) => [
		primaryKey({ columns: [table.assignmentId, table.onDay, table.status] }),
		index('daily_flow_counts').on(
			table.inspectionId,
			table.onDay,
			table.status,
			table.change,
			table.recommendationId,
			table.organisationId
		),
		index('daily_flow_by_recommendation').on(table.recommendationId, table.onDay),
		index('daily_flow_by_organisation').on(table.organisationId, table.onDay),
		oneOf('daily_flow_status', table.status, ASSIGNMENT_STATUSES)
	]
);
