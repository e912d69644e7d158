import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { recommendation } from '../schema/recommendation.ts';

/** Those of one inspection, by number. */
export const listRecommendations = remember(
	async (db: Queryable, inspectionId: number) =>
		await db
			.select({
				id: recommendation.id,
				number: recommendation.number,
				title: recommendation.title,
				theme: recommendation.theme
			})
			.from(recommendation)
			.where(eq(recommendation.inspectionId, inspectionId))
			.orderBy(asc(recommendation.number))
);
