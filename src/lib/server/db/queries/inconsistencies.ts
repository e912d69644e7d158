import type { RolesHeld } from '#lib/domain/actor.ts';
import type { ReportingPeriod } from '#lib/domain/freshness.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import type { QualityCheck } from '#lib/domain/quality.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { inspection } from '../schema/inspection.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation } from '../schema/recommendation.ts';
import { qualityConditions } from './quality.ts';
import { visibleTo } from './visibility.ts';

/** Of one inspection, judged on a day. */
export interface QualityScope {
	readonly inspectionId: number;
	readonly periods: readonly ReportingPeriod[];
	readonly today: PlainDate;
}

/** What the checks find among what somebody may see, so many rows of each and how many there are: one query. */
export const findInconsistencies = remember(
	async (
		db: Queryable,
		to: RolesHeld,
		scope: QualityScope,
		names: readonly QualityCheck[],
		limits: { readonly limit: number; readonly offset: number }
	) => {
		const conditions = qualityConditions(scope.periods, scope.today);
		const [first, ...rest] = names.map((check) => {
			const found = db
				.select({
					id: assignment.id,
					check: sql<QualityCheck>`${check}`.as('quality_check'),
					total: sql<number>`count(*) over ()`.as('total')
				})
				.from(assignment)
				.where(
					and(
						eq(assignment.inspectionId, scope.inspectionId),
						visibleTo(to, assignment.organisationId),
						conditions[check]
					)
				)
				.orderBy(asc(assignment.id))
				.limit(limits.limit)
				.offset(limits.offset)
				.as(`found_${check.replaceAll('-', '_')}`);
			return db.select().from(found);
		});
		// The names are a list of our own that is not empty.
		const [second, ...others] = rest;
		const found = (second ? unionAll(first!, second, ...others) : first!).as('found');
		return db
			.select({
				check: found.check,
				total: found.total,
				inspectionCode: inspection.code,
				number: recommendation.number,
				title: recommendation.title,
				organisationCode: organisation.code,
				organisationName: organisation.name,
				organisationId: assignment.organisationId,
				ownerPostId: assignment.ownerPostId
			})
			.from(found)
			.innerJoin(assignment, eq(assignment.id, found.id))
			.innerJoin(recommendation, eq(recommendation.id, assignment.recommendationId))
			.innerJoin(inspection, eq(inspection.id, assignment.inspectionId))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.orderBy(asc(recommendation.number), asc(organisation.name));
	}
);
