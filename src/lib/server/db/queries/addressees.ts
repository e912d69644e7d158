import type { Capacity, OrganisationKind } from '#lib/domain/organisation.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { assignment } from '../schema/assignment.ts';
import { organisation } from '../schema/organisation.ts';
import { recommendation, recommendationWording } from '../schema/recommendation.ts';

export interface AddresseeRow {
	readonly number: number;
	readonly recommendationId: number;
	readonly title: string;
	readonly isOfficialWording: boolean;
	readonly capacity: Capacity;
	readonly kind: OrganisationKind;
	readonly items: number;
	/** Codes, comma-separated: for kinds of which there are few. */
	readonly codes: string;
	readonly firstOriginal: PlainDate | null;
	readonly lastOriginal: PlainDate | null;
	readonly firstCurrent: PlainDate | null;
	readonly lastCurrent: PlainDate | null;
}

/** Who each recommendation falls to, by kind of body and part in it, and the span of their deadlines. */
export const readAddressees = remember(
	async (db: Queryable, inspectionId: number, organisationId?: number): Promise<AddresseeRow[]> =>
		await db
			.select({
				number: recommendation.number,
				recommendationId: recommendation.id,
				title: recommendation.title,
				isOfficialWording: sql<boolean>`exists (select 1 from ${recommendationWording}
				where ${recommendationWording.recommendationId} = ${recommendation.id}
				and ${recommendationWording.kind} = 'official')`.mapWith(Boolean),
				capacity: assignment.capacity,
				kind: organisation.kind,
				items: sql<number>`count(*)`,
				codes: sql<string>`group_concat(${organisation.code}, ', ')`,
				firstOriginal: sql<PlainDate | null>`min(${assignment.originalDueOn})`,
				lastOriginal: sql<PlainDate | null>`max(${assignment.originalDueOn})`,
				firstCurrent: sql<PlainDate | null>`min(${assignment.currentDueOn})`,
				lastCurrent: sql<PlainDate | null>`max(${assignment.currentDueOn})`
			})
			.from(recommendation)
			.innerJoin(assignment, eq(assignment.recommendationId, recommendation.id))
			.innerJoin(organisation, eq(organisation.id, assignment.organisationId))
			.where(
				and(
					eq(recommendation.inspectionId, inspectionId),
					organisationId === undefined ? undefined : eq(assignment.organisationId, organisationId)
				)
			)
			.groupBy(recommendation.id, assignment.capacity, organisation.kind)
			.orderBy(asc(recommendation.number), asc(assignment.capacity), asc(organisation.kind))
);
