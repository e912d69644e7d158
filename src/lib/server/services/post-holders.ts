import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { checkHolderDay } from '#lib/domain/post.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { recordPost } from '../audit/record-post.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import {
	findOwnPerson,
	findPost,
	lastHolder,
	type FoundPost,
	type PostName
} from '../db/queries/post.ts';
import {
	beginPostChange,
	endHolder,
	takeUpPost,
	type NewHolder
} from '../db/queries/post-change.ts';
import { tellNewHolder } from '../mail/posts.ts';

export interface Holder {
	/** As history will show it. */
	readonly name: string;
	/** Where the holder signs in. */
	readonly personId?: number;
}

/**
 * A new holder takes up the post from today. Whoever holds it already goes on holding it.
 * @throws Refusal 'not-found' for a post, or a person, of another organisation; 'not-allowed'
 */
export async function holdPost(
	context: Context,
	actor: Actor,
	postId: number,
	holder: Holder
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await findPost(tx, actor, postId);
		mustBeAbleTo(actor, 'change-holder', found);
		const { name, personId = null } = holder;
		if (personId !== null) await findOwnPerson(tx, found.organisationId, personId);
		const last = await lastHolder(tx, postId);
		if (last?.toDay === null && last.name === name && last.personId === personId) return;
		const taken = { name, personId, fromDay: moment.today, reason: null };
		await takeUp(context, tx, actor, moment, found, taken);
	});
}

/** Somebody of the organisation who signs in, the name of somebody who does not, or nobody. */
export type Successor =
	| { readonly kind: 'person'; readonly personId: number }
	| { readonly kind: 'name'; readonly name: string }
	| { readonly kind: 'nobody' };

export interface ChangeHolderCommand extends FormStamp {
	readonly successor: Successor;
	readonly fromDay: PlainDate;
	readonly reason: string;
}

/**
 * The post changes hands: the old name stays in history, and the new holder gets a handover to accept.
 * @throws Refusal as `beginPostChange` and `checkHolderDay`; 'not-found' for a person of another
 *   organisation, 'already-holder', 'already-vacant'
 */
export async function changeHolder(
	context: Context,
	actor: Actor,
	name: PostName,
	command: ChangeHolderCommand
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginPostChange(tx, actor, name, 'change-holder', command, moment);
		const last = await lastHolder(tx, found.id);
		const { successor, fromDay, reason } = command;
		checkHolderDay(fromDay, last, moment.today);
		if (successor.kind === 'nobody') {
			if (last?.toDay !== null) throw new Refusal('already-vacant', { field: 'successor' });
			await endHolder(tx, last.id, fromDay);
			const particulars = { previous: last.name, fromDay, reason };
			await recordPost(tx, actor, moment, found, 'vacate', particulars);
			return;
		}
		const next = await resolve(tx, found, successor);
		if (last?.toDay === null && last.name === next.name && last.personId === next.personId) {
			const field = successor.kind === 'person' ? 'successor' : 'name';
			throw new Refusal('already-holder', { field, facts: { name: next.name } });
		}
		await takeUp(context, tx, actor, moment, found, { ...next, fromDay, reason });
	});
}

async function resolve(
	tx: Queryable,
	found: FoundPost,
	successor: Exclude<Successor, { kind: 'nobody' }>
): Promise<{ name: string; personId: number | null }> {
	if (successor.kind === 'name') return { name: successor.name, personId: null };
	const { id, name } = await findOwnPerson(tx, found.organisationId, successor.personId);
	return { name, personId: id };
}

async function takeUp(
	{ origin }: Context,
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundPost,
	holder: NewHolder
): Promise<void> {
	const { previous, isHandover } = await takeUpPost(tx, actor, moment, found.id, holder);
	const { name, fromDay, reason } = holder;
	await recordPost(tx, actor, moment, found, 'hold', { name, previous, fromDay, reason });
	if (isHandover) await tellNewHolder(tx, actor, moment, found, holder.personId, origin);
}
