import type { RolesHeld } from '#lib/domain/actor.ts';
import { CLAIMED_OR_CONFIRMED } from '#lib/domain/evidence-mix.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { OPEN_STATUSES } from '#lib/domain/status.ts';
import { and, asc, eq, inArray, lte, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
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

/** The flow of each recommendation on each day, in the order of the days: one query for every chart of what happened. */
export function listFlows(
	db: Queryable,
	{ roles }: RolesHeld,
	{ inspectionId, periods, today, filter }: FilterScope
): Promise<readonly FlowDay[]> {
	return listed(db, { roles }, { inspectionId, periods, today, filter });
}

const listed = remember(async (db: Queryable, to: RolesHeld, scope: FilterScope) => {
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
				isAbout(to, scope)
			)
		)
		.groupBy(dailyFlow.recommendationId, dailyFlow.onDay)
		.orderBy(asc(dailyFlow.onDay), asc(dailyFlow.recommendationId));
});

/** Where everything is asked about, nothing has to be looked up. */
function isAbout(to: RolesHeld, scope: FilterScope): SQL | undefined {
	const isWhole = Object.values(scope.filter).every((values) => values.length === 0);
	if (isWhole) return visibleTo(to, dailyFlow.organisationId);
	return sql`${dailyFlow.assignmentId} in
		(select ${assignment.id} from ${assignment} where ${isInScope(to, scope)})`;
}
