import type { RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { rememberParts } from '../remember-parts.ts';
import { assignment } from '../schema/assignment.ts';
import { organisation } from '../schema/organisation.ts';
import { post } from '../schema/post.ts';
import { recommendation } from '../schema/recommendation.ts';
import { BY_REGION, isInScope, isOneOfThese } from './assignment-filter.ts';

/** What two days are compared by: a filter that says which assignment it is, never how it stands. */
export interface StandingScope {
	readonly inspectionId: number;
	readonly filter: AssignmentFilter;
	readonly from: PlainDate;
	readonly to: PlainDate;
}

/**
 * How each assignment stood that anything was recorded of between the ends of the two days, by recommendation
 * and region: one query. What nothing was recorded of stood the same on both.
 * @param db reads as at one of the two days
 */
export async function listStandings(db: Queryable, to: RolesHeld, scope: StandingScope) {
	const parts = await listed(db, to, scope);
	const inOrder = [...parts.values()].sort(([one], [other]) => one!.number - other!.number);
	return inOrder.flat();
}

const listed = rememberParts(
	async (db, only, to: RolesHeld, { inspectionId, filter, ...span }: StandingScope) => {
		const rows = await db
			.select({
				id: assignment.id,
				recommendationId: assignment.recommendationId,
				number: recommendation.number,
				title: recommendation.title,
				organisationCode: organisation.code,
				organisationName: organisation.name,
				status: assignment.status,
				ownerPostId: assignment.ownerPostId,
				ownerPost: post.title,
				currentDueOn: assignment.currentDueOn,
				acceptance: assignment.acceptance,
				claimedOn: assignment.claimedOn,
				lastReportedOn: assignment.lastReportedOn
			})
			.from(assignment)
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.leftJoin(post, eq(post.id, assignment.ownerPostId))
			.where(
				and(
					isInScope(to, { inspectionId, filter, periods: [], today: span.to }),
					isOneOfThese(only),
					or(...RECORDS.map((table) => isWrittenIn(table, span)))
				)
			)
			.orderBy(asc(recommendation.number), ...BY_REGION);
		return Map.groupBy(rows, ({ recommendationId }) => recommendationId);
	},
	(_to, { to }) => to
);

/** All that a standing is read from (`assignment-as-at.ts`). */
const RECORDS = [
	'status_change',
	'deadline_revision',
	'acceptance_change',
	'owner_change',
	'progress_update'
] as const;

/** Past the reader's own day, too: which is why the table is named as that of the register itself. */
function isWrittenIn(
	table: (typeof RECORDS)[number],
	{ from, to }: Pick<StandingScope, 'from' | 'to'>
): SQL {
	return sql`exists (select 1 from ${sql.raw(`main.${table}`)} r
		where r.assignment_id = ${assignment.id} and r.on_day > ${from} and r.on_day <= ${to})`;
}
