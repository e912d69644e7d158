import type { RolesHeld } from '#lib/domain/actor.ts';
import { CLAIMED_OR_CONFIRMED } from '#lib/domain/evidence-mix.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import { and, asc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { assignment } from '../schema/assignment.ts';
import { recommendation } from '../schema/recommendation.ts';
import { dailyFlow } from '../schema/rollup.ts';
import { isInScope, type FilterScope } from './assignment-filter.ts';
import { visibleTo } from './visibility.ts';

/** What a day did to a recommendation's assignments, of what is asked about. */
export interface FlowDay {
	readonly recommendationId: number;
	readonly day: PlainDate;
	/** By how much those that are reported complete or confirmed grew. */
	readonly claimed: number;
	readonly confirmed: number;
	/** By how much those grew that are applicable and not confirmed. */
	readonly open: number;
	/** How many came to be confirmed. */
	readonly confirmations: number;
}

export type ClosureFlow = Pick<FlowDay, 'day' | 'open' | 'confirmations'>;

const OPEN_LIST = sql.raw(OPEN_STATUSES.map((status) => `'${status}'`).join(', '));

/**
 * The flow of each recommendation on each day, in the order of the days: one query for every chart of what happened.
 * @param only of these recommendations; of all where it is null
 */
export async function listFlows(
	db: Queryable,
	to: RolesHeld,
	scope: FilterScope,
	only: readonly number[] | null
): Promise<readonly FlowDay[]> {
	const { status, change } = dailyFlow;
	const isConfirmed = eq(status, 'confirmed');
	const grewBy = (condition: SQL) =>
		sql<number>`coalesce(sum(${change}) filter (where ${condition}), 0)`;
	return db
		.select({
			recommendationId: dailyFlow.recommendationId,
			day: dailyFlow.onDay,
			claimed: grewBy(inArray(status, [...CLAIMED_OR_CONFIRMED])),
			confirmed: grewBy(isConfirmed),
			open: grewBy(inArray(status, [...OPEN_STATUSES])),
			confirmations: sql<number>`count(*) filter (where ${and(isConfirmed, eq(change, 1))})`
		})
		.from(dailyFlow)
		.where(
			and(
				eq(dailyFlow.inspectionId, scope.inspectionId),
				lte(dailyFlow.onDay, scope.today),
				only ? inArray(dailyFlow.recommendationId, [...only]) : undefined,
				isAbout(to, scope)
			)
		)
		.groupBy(dailyFlow.recommendationId, dailyFlow.onDay)
		.orderBy(asc(dailyFlow.onDay), asc(dailyFlow.recommendationId));
}

/** The same of `recommendation`, as JSON beside its row: what a forecast is made from. */
export const closureFlowsSql = sql<ClosureFlow[]>`(select json_group_array(
	json_object('day', on_day, 'open', opened, 'confirmations', confirmations)) from (
		select f.on_day as on_day,
			coalesce(sum(f.change) filter (where f.status in (${OPEN_LIST})), 0) as opened,
			count(*) filter (where f.status = 'confirmed' and f.change = 1) as confirmations
		from ${dailyFlow} f where f.recommendation_id = ${recommendation.id}
		group by f.on_day order by f.on_day))`.mapWith((json: string) => JSON.parse(json) as ClosureFlow[]);

/** Where everything is asked about, nothing has to be looked up. */
function isAbout(to: RolesHeld, scope: FilterScope): SQL | undefined {
	const isWhole = Object.values(scope.filter).every((values) => values.length === 0);
	if (isWhole) return visibleTo(to, dailyFlow.organisationId);
	return sql`${dailyFlow.assignmentId} in
		(select ${assignment.id} from ${assignment} where ${isInScope(to, scope)})`;
}
