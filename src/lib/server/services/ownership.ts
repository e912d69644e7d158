import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { POST_DUTIES, type PostDuty } from '#lib/domain/post.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { recordDuty, recordPost } from '../audit/record-post.ts';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment } from '../db/queries/assignment-change.ts';
import type { FormStamp } from '../db/queries/begin-change.ts';
import { findOrganisation } from '../db/queries/organisation.ts';
import { findPost, lastHolder } from '../db/queries/post.ts';
import { ensurePost, keepOwnerChange, takeUpPost } from '../db/queries/post-change.ts';
import { tellNewHolder } from '../mail/posts.ts';

/**
 * The post of that title in the organisation, made where there is none.
 * @throws Refusal 'not-found' for an organisation that is not the actor's to see, or 'not-allowed'
 */
export async function createPost(
	context: Context,
	actor: Actor,
	organisationCode: string,
	{ title }: { readonly title: string }
): Promise<number> {
	const moment = momentOf(context.clock);
	return context.db.write(async (tx) => {
		const body = await findOrganisation(tx, actor, organisationCode);
		mustBeAbleTo(actor, 'set-owner', { organisationId: body.id });
		return makePost(tx, actor, moment, body, title);
	});
}

/** The post that does this duty for the assignment; null takes it away. */
export async function setOwner(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly postId: number | null; readonly duty?: PostDuty }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-owner', command, moment);
		const { postId, duty = 'accountable' } = command;
		await changeDuties(tx, actor, moment, found, { [duty]: postId });
	});
}

/** A post by its title and, where given, who holds it: a work name. */
interface NamedPost {
	readonly title: string;
	readonly holder?: string | undefined;
}

/**
 * Names the post that answers for the assignment and, where there is one, the post that delivers it, each
 * with who holds it: one transaction, with posts made and holders changed only where they are new.
 */
export async function nameOwner(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & NamedPost & { readonly delivery?: NamedPost | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-owner', command, moment);
		const named = (post: NamedPost) => namePost(context, tx, actor, moment, found, post);
		const accountable = await named(command);
		const delivery = command.delivery ? await named(command.delivery) : null;
		await changeDuties(tx, actor, moment, found, { accountable, delivery });
	});
}

async function namePost(
	{ origin }: Context,
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAssignment,
	{ title, holder }: NamedPost
): Promise<number> {
	const body = { id: found.organisationId, name: found.organisationName };
	const postId = await makePost(tx, actor, moment, body, title);
	const last = await lastHolder(tx, postId);
	const isHeldSo = last?.toDay === null && last.name === holder;
	if (!holder || isHeldSo) return postId;
	const post = await findPost(tx, actor, postId);
	const taken = { name: holder, personId: null, fromDay: moment.today, reason: null };
	const { previous, isHandover } = await takeUpPost(tx, actor, moment, postId, taken);
	await recordPost(tx, actor, moment, post, 'hold', { name: holder, previous });
	if (isHandover) await tellNewHolder(tx, actor, moment, post, null, origin);
	return postId;
}

async function makePost(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	body: { readonly id: number; readonly name: string },
	title: string
): Promise<number> {
	const { id, isNew } = await ensurePost(tx, body.id, title);
	const post = { id, title, organisationId: body.id, organisationName: body.name };
	if (isNew) await recordPost(tx, actor, moment, post, 'create');
	return id;
}

/** What is as it was is not written again. */
async function changeDuties(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAssignment,
	posts: Partial<Record<PostDuty, number | null>>
): Promise<void> {
	const had = { accountable: found.ownerPostId, delivery: found.deliveryPostId };
	const changed = POST_DUTIES.filter(
		(duty) => posts[duty] !== undefined && posts[duty] !== had[duty]
	);
	if (changed.length === 0) return;
	for (const duty of changed) {
		const postId = posts[duty] ?? null;
		const title = await titleOf(tx, actor, found, postId);
		const previous = await titleOf(tx, actor, found, had[duty]);
		await keepOwnerChange(tx, actor, moment, { assignmentId: found.id, duty, postId });
		await recordDuty(tx, actor, moment, found, duty, { title, previous });
	}
	const { accountable: ownerPostId = had.accountable, delivery: deliveryPostId = had.delivery } =
		posts;
	await changeAssignment(tx, found, { ownerPostId, deliveryPostId });
}

/** A post of another organisation is, here, a post that does not exist. */
async function titleOf(
	tx: Queryable,
	actor: Actor,
	{ organisationId }: FoundAssignment,
	postId: number | null
): Promise<string | null> {
	if (postId === null) return null;
	const found = await findPost(tx, actor, postId);
	if (found.organisationId !== organisationId) throw notFound('post');
	return found.title;
}
