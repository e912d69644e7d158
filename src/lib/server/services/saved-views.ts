import { randomBytes } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { mustBeNewName, mustHaveRoom, type ViewPage } from '#lib/domain/saved-view.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { insertView, listViews, updateView, type SavedView } from '../db/queries/saved-view.ts';
import { claimSubmission } from '../db/queries/submission.ts';

// A view is how somebody likes to look at the register, and no change of it: the trail does not mention it.

export interface SaveCommand {
	readonly page: ViewPage;
	readonly name: string;
	/** As its page writes it. */
	readonly query: string;
	readonly submissionKey: string;
}

/**
 * Keeps a filter under a name, for the person who acts.
 * @returns the key of the view, for its address
 * @throws Refusal 'view-name-taken', 'too-many-views' or 'already-submitted'
 */
export async function saveView(
	context: Context,
	actor: Actor,
	{ page, name, query, submissionKey }: SaveCommand
): Promise<string> {
	const moment = momentOf(context.clock);
	const key = randomBytes(9).toString('hex');
	await context.db.write(async (tx) => {
		await claimSubmission(tx, actor, submissionKey, moment);
		const own = await listViews(tx, actor.personId);
		mustHaveRoom(own);
		mustBeNewName(own, { page, name });
		await insertView(tx, actor.personId, { key, page, name, query }, moment.at);
	});
	return key;
}

/**
 * Lets the view open another filter of the same page. Its link stays.
 * @throws Refusal 'not-found' for what is not the actor's, or is of another page; 'already-submitted'
 */
export function replaceView(
	context: Context,
	actor: Actor,
	key: string,
	{ page, query, submissionKey }: Omit<SaveCommand, 'name'>
): Promise<void> {
	return change(context, actor, key, submissionKey, async (tx, { view, at }) => {
		if (view.page !== page) throw notFound('view');
		await updateView(tx, key, { query }, at);
	});
}

/** @throws Refusal 'not-found', 'view-name-taken' or 'already-submitted' */
export function renameView(
	context: Context,
	actor: Actor,
	key: string,
	{ name, submissionKey }: Pick<SaveCommand, 'name' | 'submissionKey'>
): Promise<void> {
	return change(context, actor, key, submissionKey, async (tx, { view, own, at }) => {
		mustBeNewName(own, { page: view.page, name }, key);
		await updateView(tx, key, { name }, at);
	});
}

/**
 * Takes the view out of the list; its link opens nothing any more. The row stays.
 * @throws Refusal 'not-found' or 'already-submitted'
 */
export function endView(
	context: Context,
	actor: Actor,
	key: string,
	{ submissionKey }: Pick<SaveCommand, 'submissionKey'>
): Promise<void> {
	return change(context, actor, key, submissionKey, (tx, { at }) =>
		updateView(tx, key, { endedAt: at }, at)
	);
}

interface Found {
	readonly view: SavedView;
	readonly own: readonly SavedView[];
	readonly at: number;
}

async function change(
	context: Context,
	actor: Actor,
	key: string,
	submissionKey: string,
	carryOut: (tx: Queryable, found: Found) => Promise<void>
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		// First, because what was ended by the first of two submits is not there for the second.
		await claimSubmission(tx, actor, submissionKey, moment);
		const own = await listViews(tx, actor.personId);
		const view = own.find((one) => one.key === key);
		if (!view) throw notFound('view');
		await carryOut(tx, { view, own, at: moment.at });
	});
}
