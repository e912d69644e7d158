import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import {
	DRAFT_MAX,
	draftForm,
	nextDraftVersion,
	NO_DRAFT,
	type DraftKind,
	type DraftTyped
} from '#lib/domain/draft.ts';
import { mustBeAbleTo, type Action } from '#lib/domain/policy.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import {
	deleteDraft,
	findDraft,
	findDraftSubject,
	writeDraft,
	type DraftSubject,
	type StoredDraft
} from '../db/queries/draft.ts';

/** Which draft is meant, and the right that sending its form needs. */
export interface DraftName extends DraftSubject {
	readonly kind: DraftKind;
	readonly action: Action;
}

export interface DraftCommand {
	readonly typed: DraftTyped;
	/** The version that the form was drawn from or saved last; `NO_DRAFT` where it began empty. */
	readonly version: number;
	/** The version of another tab's draft that the writer has been told of, and lets go. */
	readonly replaces?: number | undefined;
}

export interface SavedDraft {
	readonly version: number;
	/** Epoch milliseconds. */
	readonly savedAt: number;
}

/**
 * Keeps what somebody is writing, for them alone. It is no change of the register: nobody is told and the
 * trail does not mention it.
 * @throws Refusal 'not-found', 'not-allowed', 'draft-too-large', or 'draft-elsewhere' {version, savedAt}
 *   where another tab has saved, sent or discarded it since; `savedAt` is then null for one that is gone
 */
export async function saveDraft(
	context: Context,
	actor: Actor,
	name: DraftName,
	command: DraftCommand
): Promise<SavedDraft> {
	const { at } = momentOf(context.clock);
	const typed = JSON.stringify(command.typed);
	return context.db.write(async (tx) => {
		const form = await formOf(tx, actor, name);
		if (typed.length > DRAFT_MAX) throw new Refusal('draft-too-large');
		const stored = await findDraft(tx, actor.personId, form);
		if (stored && JSON.stringify(stored.typed) === typed) return savedOf(stored);
		mustBeTheSame(stored, command.replaces ?? command.version);
		const saved = { version: nextDraftVersion(stored?.version ?? NO_DRAFT, at), savedAt: at };
		await writeDraft(tx, actor.personId, form, { typed, ...saved });
		return saved;
	});
}

/**
 * Takes the draft away for good.
 * @throws Refusal as `saveDraft`; one that is gone already is no matter
 */
export async function discardDraft(
	context: Context,
	actor: Actor,
	name: DraftName,
	version: number
): Promise<void> {
	await context.db.write(async (tx) => {
		const form = await formOf(tx, actor, name);
		const stored = await findDraft(tx, actor.personId, form);
		if (stored) mustBeTheSame(stored, version);
		await deleteDraft(tx, actor.personId, form, version);
	});
}

async function formOf(tx: Queryable, actor: Actor, name: DraftName): Promise<string> {
	const found = await findDraftSubject(tx, actor, name);
	mustBeAbleTo(actor, name.action, found);
	return draftForm(name.kind, found.id);
}

function savedOf({ version, savedAt }: StoredDraft): SavedDraft {
	return { version, savedAt };
}

function mustBeTheSame(stored: StoredDraft | null, version: number): void {
	if ((stored?.version ?? NO_DRAFT) === version) return;
	const facts = { version: stored?.version ?? NO_DRAFT, savedAt: stored?.savedAt ?? null };
	throw new Refusal('draft-elsewhere', { facts });
}
