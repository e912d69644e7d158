import { notFound } from '#lib/domain/refusal.ts';
import { desc, getTableColumns, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { inspection } from '../schema/inspection.ts';
import { recommendation } from '../schema/recommendation.ts';

export type InspectionRow = typeof inspection.$inferSelect & {
	/** An inspection is there before its recommendations are. */
	readonly hasRecommendations: boolean;
};

const hasRecommendations = sql<boolean>`exists (select 1 from ${recommendation}
	where ${recommendation.inspectionId} = ${inspection.id})`.mapWith(Boolean);

/** Latest publication first. */
export const listInspections = remember(
	async (db: Queryable): Promise<readonly InspectionRow[]> =>
		await db
			.select({ ...getTableColumns(inspection), hasRecommendations })
			.from(inspection)
			.orderBy(desc(inspection.publishedOn), inspection.code)
);

/** What a page needs to offer them all. */
export function inspectionChoices(inspections: readonly InspectionRow[]) {
	return inspections.map(({ code, title }) => ({ code, title }));
}

/**
 * The inspection of that code, or the one published last that has recommendations when none is asked for.
 * @throws Refusal 'not-found' for a code that there is not, or when the register is empty
 */
export function chooseInspection(
	inspections: readonly InspectionRow[],
	code: string | undefined
): InspectionRow {
	const latest = inspections.find((one) => one.hasRecommendations) ?? inspections[0];
	const chosen = code === undefined ? latest : inspections.find((one) => one.code === code);
	if (!chosen) throw notFound('inspection');
	return chosen;
}
