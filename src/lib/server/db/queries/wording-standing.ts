import type { Actor } from '#lib/domain/actor.ts';
import type { Moment } from '#lib/domain/clock.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { WordingTurn } from '#lib/domain/wording-load.ts';
import { eq } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { wordingLoad, wordingLoadTurn } from '../schema/wording-load.ts';
import type { FormStamp } from './begin-change.ts';
import { claimSubmission } from './submission.ts';
import { findLoad, type Load } from './wording-load.ts';

/** Whose step it is: the loader's own, that of somebody else, or of either. */
type Whose = 'loader' | 'checker' | 'either';

/**
 * The load that a form is about, while it is not settled, by whom may take the step, as the form saw it.
 * @throws Refusal 'not-found', 'already-submitted', 'wording-settled', 'not-the-loader', 'own-wording' or 'stale'
 */
export async function beginOnLoad(
	tx: Queryable,
	actor: Actor,
	key: string,
	{ version, submissionKey }: FormStamp,
	whose: Whose,
	moment: Moment
): Promise<Load> {
	const found = await findLoad(tx, key);
	await claimSubmission(tx, actor, submissionKey, moment);
	if (found.outcome !== null) throw new Refusal('wording-settled');
	const isOwn = found.loadedBy === actor.personId;
	if (whose === 'loader' && !isOwn) throw new Refusal('not-the-loader');
	if (whose === 'checker' && isOwn) throw new Refusal('own-wording');
	if (found.version !== version) {
		throw new Refusal('stale', { facts: { version: found.version, changes: [] } });
	}
	return found;
}

/** What changes of a load; its version grows with it. */
export async function changeLoad(
	tx: Queryable,
	{ id, version }: Load,
	set: Partial<typeof wordingLoad.$inferInsert> = {}
): Promise<void> {
	await tx
		.update(wordingLoad)
		.set({ ...set, version: version + 1 })
		.where(eq(wordingLoad.id, id));
}

/** It goes to the other side, with the words that go with it. */
export async function writeTurn(
	tx: Queryable,
	actor: Actor,
	found: Load,
	step: WordingTurn,
	note: string,
	{ at, today }: Moment
): Promise<void> {
	await tx
		.insert(wordingLoadTurn)
		.values({ at, onDay: today, loadId: found.id, actorId: actor.personId, step, note });
	await changeLoad(tx, found);
}
