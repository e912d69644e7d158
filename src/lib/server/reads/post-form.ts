import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo, type Action } from '#lib/domain/policy.ts';
import type { Context } from '../db/context.ts';
import { findNamedPost, lastHolder, peopleOf, type PostName } from '../db/queries/post.ts';
import { readHolders } from './post.ts';

/**
 * What the page of a form about a post shows, and the version that its form sends back.
 * @throws Refusal 'not-found', or 'not-allowed' for somebody who may see it but not do this
 */
export async function readPostForm({ db }: Context, actor: Actor, name: PostName, action: Action) {
	const post = await findNamedPost(db.read, actor, name);
	mustBeAbleTo(actor, action, post);
	return { post };
}

/** Who holds the post, and who of its organisation could take it over. */
export async function readHolderForm(context: Context, actor: Actor, name: PostName) {
	const { post } = await readPostForm(context, actor, name, 'change-holder');
	const { read } = context.db;
	return {
		post,
		last: (await lastHolder(read, post.id)) ?? null,
		people: await peopleOf(read, post.organisationId),
		today: momentOf(context.clock).today
	};
}

/** The handover that waits, if one does, and whether it is the actor's to accept. */
export async function readHandoverForm(context: Context, actor: Actor, name: PostName) {
	const { post } = await readPostForm(context, actor, name, 'accept-handover');
	const [holder, previous] = await readHolders(context.db.read, post.id);
	const isOpen = holder?.handover === 'open';
	return {
		post,
		holder: holder ?? null,
		previous: previous ?? null,
		isOpen,
		isTheirs: isOpen && holder.personId === actor.personId
	};
}
