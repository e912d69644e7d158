import type { PartsChange, StandingPart } from '#lib/domain/part.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { recommendationPart } from '../schema/part.ts';

/**
 * Writes what `changeParts` found: those that are no longer in the list are retired, not deleted.
 * @returns false where nothing differs, and nothing was written
 */
export async function writeParts(
	tx: Queryable,
	recommendationId: number,
	standing: readonly StandingPart[],
	{ list, retired }: PartsChange,
	today: PlainDate
): Promise<boolean> {
	const isSame = list.every(({ id }, index) => id !== null && id === standing[index]?.id);
	if (isSame && retired.length === 0) return false;
	if (retired.length > 0) {
		const ids = retired.map(({ id }) => id);
		await tx
			.update(recommendationPart)
			.set({ toDay: today })
			.where(inArray(recommendationPart.id, ids));
	}
	for (const [index, { id, label, text }] of list.entries()) {
		const position = index + 1;
		if (id === null) {
			const part = { recommendationId, label, text, position, fromDay: today };
			await tx.insert(recommendationPart).values(part);
		} else {
			await tx.update(recommendationPart).set({ position }).where(eq(recommendationPart.id, id));
		}
	}
	return true;
}
