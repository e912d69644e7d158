import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { POST_DUTIES } from '#lib/domain/post.ts';
import { notFound, Refusal } from '#lib/domain/refusal.ts';
import type { ChangedMeanwhile } from '#lib/domain/several.ts';
import { recordDuty } from '../audit/record-post.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { findAssignment } from '../db/queries/assignment.ts';
import { changeAssignment, lastChangeOf } from '../db/queries/assignment-change.ts';
import { findNamedPost, type FoundPost, type PostName } from '../db/queries/post.ts';
import { keepOwnerChange } from '../db/queries/post-change.ts';
import { claimSubmission } from '../db/queries/submission.ts';
import { tellOfReassignment } from '../mail/posts.ts';

export interface Reassignment {
	/** The post of the same organisation that they go to. */
	readonly to: number;
	readonly reason: string;
	/** By 'OIC-7', each at the version that the page showed. */
	readonly assignments: readonly { readonly reference: string; readonly version: number }[];
	readonly submissionKey: string;
}

/**
 * Moves what one post owns or delivers to another post, for one reason: all of it or nothing, each with a
 * sentence of its own in the trail.
 * @throws Refusal 'not-found' for a post or an assignment that is not the organisation's, or not with this
 *   post; 'not-allowed', 'already-submitted', 'same-post', or 'several-changed' {changed}
 */
export async function reassign(
	context: Context,
	actor: Actor,
	name: PostName,
	command: Reassignment
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write((tx) => moveAll(context, tx, actor, moment, name, command));
}

/**
 * Finds out whether `reassign` would be carried out, by doing it and taking it back.
 * @throws Refusal as `reassign`
 */
export async function checkReassignment(
	context: Context,
	actor: Actor,
	name: PostName,
	command: Reassignment
): Promise<void> {
	const moment = momentOf(context.clock);
	const rehearsal = context.db.write(async (tx) => {
		await moveAll(context, tx, actor, moment, name, command);
		throw TAKEN_BACK;
	});
	await rehearsal.catch((thrown: unknown) => {
		if (thrown !== TAKEN_BACK) throw thrown;
	});
}

const TAKEN_BACK = new Error('Only a rehearsal');

async function moveAll(
	{ origin }: Context,
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	name: PostName,
	command: Reassignment
): Promise<void> {
	const from = await findNamedPost(tx, actor, name);
	mustBeAbleTo(actor, 'reassign-posts', from);
	await claimSubmission(tx, actor, command.submissionKey, moment);
	const to = await findNamedPost(tx, actor, { ...name, post: command.to });
	if (to.id === from.id) throw new Refusal('same-post', { field: 'to' });
	const changed: ChangedMeanwhile[] = [];
	for (const { reference, version } of command.assignments) {
		const found = await findAssignment(tx, actor, { ...name, reference });
		if (found.version === version) {
			await moveOne(tx, actor, moment, { from, to, reason: command.reason }, found);
		} else {
			changed.push({ reference, sentence: await lastChangeOf(tx, found.id) });
		}
	}
	if (changed.length > 0) {
		throw new Refusal('several-changed', { field: 'assignment', facts: { changed } });
	}
	const count = command.assignments.length;
	await tellOfReassignment(tx, actor, moment, { from, to, count }, origin);
}

async function moveOne(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	{ from, to, reason }: { from: FoundPost; to: FoundPost; reason: string },
	found: Awaited<ReturnType<typeof findAssignment>>
): Promise<void> {
	const has = { accountable: found.ownerPostId, delivery: found.deliveryPostId };
	const duties = POST_DUTIES.filter((duty) => has[duty] === from.id);
	if (duties.length === 0) throw notFound('assignment');
	for (const duty of duties) {
		const change = { assignmentId: found.id, duty, postId: to.id, reason };
		await keepOwnerChange(tx, actor, moment, change);
		const titles = { title: to.title, previous: from.title };
		await recordDuty(tx, actor, moment, found, duty, titles, { reason });
	}
	await changeAssignment(tx, found, {
		...(duties.includes('accountable') ? { ownerPostId: to.id } : {}),
		...(duties.includes('delivery') ? { deliveryPostId: to.id } : {})
	});
}
