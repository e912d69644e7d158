import type { PlanCounts } from '#lib/domain/action.ts';
import type { PlanException, PlanFilter } from '#lib/domain/plan-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, inArray, isNull, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { action, actionAssignment, actionChange } from '../schema/action.ts';
import { assignment } from '../schema/assignment.ts';

/** The first date that was promised, however often it was moved since. */
export const firstDueOnSql: SQL<PlainDate | null> = sql`(
	select json_extract(${actionChange.state}, '$.dueOn') from ${actionChange}
	where ${actionChange.actionId} = ${action.id}
		and json_extract(${actionChange.state}, '$.dueOn') is not null
	order by ${actionChange.id} limit 1)`;

/** Why a dropped action was dropped; null for any other. */
export const droppedBecauseSql: SQL<string | null> =
	sql`case when ${action.state} = 'dropped' then (
	select ${actionChange.reason} from ${actionChange}
	where ${actionChange.actionId} = ${action.id} and ${actionChange.verb} = 'drop'
	order by ${actionChange.id} desc limit 1) end`;

/** The SQL twin of `actionTimingOf` being 'late'. */
export function isLateSql(today: PlainDate | Placeholder): SQL<boolean> {
	return sql`(${action.state} = 'planned' and ${action.dueOn} < ${today})`;
}

/** The condition that selects what the filter describes. */
export function matchesPlanFilter(filter: PlanFilter, today: PlainDate): SQL | undefined {
	return and(
		filter.state.length > 0 ? inArray(action.state, [...filter.state]) : undefined,
		filter.only.length > 0
			? or(...filter.only.map((exception) => exceptionSql(exception, today)))
			: undefined
	);
}

/** How many of an organisation's actions stand where: one row, to be selected. */
export function planCountsSql(today: PlainDate | Placeholder) {
	const counted = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`;
	return {
		planned: counted(sql`${action.state} = 'planned'`),
		done: counted(sql`${action.state} = 'done'`),
		dropped: counted(sql`${action.state} = 'dropped'`),
		late: counted(isLateSql(today))
	};
}

/** The same of one assignment's plan as JSON, beside the row of the assignment: no query of its own. */
export function planOfAssignmentSql(today: PlainDate | Placeholder): SQL<PlanCounts> {
	const { planned, done, dropped, late } = planCountsSql(today);
	const counts = sql<PlanCounts>`(select json_object('planned', ${planned}, 'done', ${done}, 'dropped', ${dropped},
		'late', ${late}) from ${actionAssignment}
		join ${action} on ${action.id} = ${actionAssignment.actionId}
		where ${actionAssignment.assignmentId} = ${assignment.id})`;
	return counts.mapWith((json: string) => JSON.parse(json) as PlanCounts);
}

function exceptionSql(exception: PlanException, today: PlainDate): SQL | undefined {
	const planned = sql`${action.state} = 'planned'`;
	switch (exception) {
		case 'late':
			return isLateSql(today);
		case 'no-date':
			return and(planned, isNull(action.dueOn));
		case 'no-owner':
			return and(planned, isNull(action.ownerPostId));
	}
}
