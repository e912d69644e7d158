import type { Actor } from '#lib/domain/actor.ts';
import { draftForm, NO_DRAFT, type DraftKind, type DraftTyped } from '#lib/domain/draft.ts';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { draft } from '../schema/conversation.ts';
import { findAssignment } from './assignment.ts';
import { findOrganisation } from './organisation.ts';

/** What a draft is about: an assignment; without a reference, the organisation. */
export interface DraftSubject {
	readonly reference?: string | undefined;
	readonly organisation: string;
}

/**
 * Whose right it takes to write there, and by which id its drafts are named.
 * @throws Refusal 'not-found'
 */
export async function findDraftSubject(
	db: Queryable,
	actor: Actor,
	{ reference, organisation }: DraftSubject
): Promise<{ readonly id: number; readonly organisationId: number }> {
	if (reference !== undefined) return findAssignment(db, actor, { reference, organisation });
	const { id } = await findOrganisation(db, actor, organisation);
	return { id, organisationId: id };
}

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
	const row = byWriter(db).get({ personId, form });
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

const byWriter = prepareOnce((db) =>
	db
		.select()
		.from(draft)
		.where(
			and(eq(draft.personId, sql.placeholder('personId')), eq(draft.form, sql.placeholder('form')))
		)
		.prepare()
);

/** What a form that keeps a draft sends with it. */
export interface SentDraft {
	/** The version of the draft that is sent, which is then gone. */
	readonly draftVersion?: number | undefined;
}

/** The same for a form that was sent, by its kind and what it is about. */
export async function endDraft(
	tx: Queryable,
	{ personId }: Pick<Actor, 'personId'>,
	kind: DraftKind,
	id: number,
	{ draftVersion = NO_DRAFT }: SentDraft
): Promise<void> {
	await deleteDraft(tx, personId, draftForm(kind, id), draftVersion);
}

function isDraft(personId: number, form: string) {
	return and(eq(draft.personId, personId), eq(draft.form, form));
}
