import type { RolesHeld } from '#lib/domain/actor.ts';
import type { AssignmentFilter } from '#lib/domain/assignment-filter.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { organisation } from '../schema/organisation.ts';
import { post } from '../schema/post.ts';
import { recommendation } from '../schema/recommendation.ts';
import { BY_REGION, isInScope } from './assignment-filter.ts';

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
export const listStandings = remember(
	async (db: Queryable, to: RolesHeld, { inspectionId, filter, ...span }: StandingScope) =>
		await db
			.select({
				id: assignment.id,
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
					or(...RECORDS.map((table) => isWrittenIn(table, span)))
				)
			)
			.orderBy(asc(recommendation.number), ...BY_REGION)
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
