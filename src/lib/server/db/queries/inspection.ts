import { notFound } from '#lib/domain/refusal.ts';
import { desc } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { inspection } from '../schema/inspection.ts';

export type InspectionRow = typeof inspection.$inferSelect;

/** Latest publication first. */
export const listInspections = remember(
	async (db: Queryable): Promise<readonly InspectionRow[]> =>
		await db.select().from(inspection).orderBy(desc(inspection.publishedOn), inspection.code)
);

/** What a page needs to offer them all. */
export function inspectionChoices(inspections: readonly InspectionRow[]) {
	return inspections.map(({ code, title }) => ({ code, title }));
}

/**
 * The inspection of that code, or the one published last when none is asked for.
 * @throws Refusal 'not-found' for a code that there is not, or when the register is empty
 */
export function chooseInspection(
	inspections: readonly InspectionRow[],
	code: string | undefined
): InspectionRow {
	const chosen = code === undefined ? inspections[0] : inspections.find((one) => one.code === code);
	if (!chosen) throw notFound('inspection');
	return chosen;
}
