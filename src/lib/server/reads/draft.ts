import type { Actor } from '#lib/domain/actor.ts';
import { draftForm, type DraftKind } from '#lib/domain/draft.ts';
import { mustBeAbleTo, type Action } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import {
	findDraft,
	findDraftSubject,
	type DraftSubject,
	type StoredDraft
} from '../db/queries/draft.ts';

export type { StoredDraft };

/**
 * What the actor was writing, if anything.
 * @throws Refusal 'not-found' or 'not-allowed': whoever lost the right does not get their draft back
 */
export async function readDraft(
	{ db }: Context,
	actor: Actor,
	name: DraftSubject & { readonly kind: DraftKind; readonly action: Action }
): Promise<StoredDraft | null> {
	const found = await findDraftSubject(db.read, actor, name);
	mustBeAbleTo(actor, name.action, found);
	return findDraft(db.read, actor.personId, draftForm(name.kind, found.id));
}
