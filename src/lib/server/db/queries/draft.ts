import type { DraftTyped } from '#lib/domain/draft.ts';
import { and, eq, lte } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { draft } from '../schema/conversation.ts';

export interface StoredDraft {
	readonly typed: DraftTyped;
	readonly version: number;
	readonly savedAt: number;
}

/** Whose it is goes in with every question: nobody reads a draft of somebody else. */
export async function findDraft(
	db: Queryable,
	personId: number,
	form: string
): Promise<StoredDraft | null> {
	const [row] = await db.select().from(draft).where(isDraft(personId, form));
	if (!row) return null;
	const { typed, version, savedAt } = row;
	return { typed: JSON.parse(typed) as DraftTyped, version, savedAt };
}

export async function writeDraft(
	tx: Queryable,
	personId: number,
	form: string,
	draftRow: { readonly typed: string; readonly version: number; readonly savedAt: number }
): Promise<void> {
	await tx
		.insert(draft)
		.values({ personId, form, ...draftRow })
		.onConflictDoUpdate({ target: [draft.personId, draft.form], set: draftRow });
}

/**
 * Takes the draft away that was sent or discarded, in the transaction of that. One that another tab saved
 * since, with a later version, stays.
 */
export async function deleteDraft(
	tx: Queryable,
	personId: number,
	form: string,
	version: number
): Promise<void> {
	await tx.delete(draft).where(and(isDraft(personId, form), lte(draft.version, version)));
}

function isDraft(personId: number, form: string) {
	return and(eq(draft.personId, personId), eq(draft.form, form));
}
