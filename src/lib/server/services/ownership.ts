import type { Actor } from '#lib/domain/actor.ts';
import { momentOf, type Moment } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { record } from '../audit/record.ts';
import type { AssignmentName, FoundAssignment } from '../db/queries/assignment.ts';
import { beginChange, changeAssignment, type FormStamp } from '../db/queries/assignment-change.ts';
import { visibleTo } from '../db/queries/visibility.ts';
import { ownerChange } from '../db/schema/history.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, personRole } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';

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
		return ensurePost(tx, actor, moment, body, title);
	});
}

export interface Holder {
	/** As history will show it. */
	readonly name: string;
	/** Where the holder signs in. */
	readonly personId?: number;
}

/**
 * A new holder takes up the post; the one before, if any, ends the same day and stays in history. Whoever
 * holds it already goes on holding it.
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
		mustBeAbleTo(actor, 'set-owner', found);
		await changeHolder(tx, actor, moment, postId, found, holder);
	});
}

/** The post that answers for the assignment; null takes the owner away. */
export async function setOwner(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly postId: number | null }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-owner', command, moment);
		await changeOwner(tx, actor, moment, found, command.postId);
	});
}

/**
 * Names the post that answers for the assignment and, where given, who holds it: one transaction, with the
 * post made and the holder changed only where that is new.
 */
export async function nameOwner(
	context: Context,
	actor: Actor,
	name: AssignmentName,
	command: FormStamp & { readonly title: string; readonly holder?: string | undefined }
): Promise<void> {
	const moment = momentOf(context.clock);
	await context.db.write(async (tx) => {
		const found = await beginChange(tx, actor, name, 'set-owner', command, moment);
		const body = { id: found.organisationId, name: found.organisationName };
		const postId = await ensurePost(tx, actor, moment, body, command.title);
		const current = await currentHolder(tx, postId);
		if (command.holder && current?.name !== command.holder) {
			const post = await findPost(tx, actor, postId);
			await changeHolder(tx, actor, moment, postId, post, { name: command.holder });
		}
		await changeOwner(tx, actor, moment, found, postId);
	});
}

async function ensurePost(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	body: { readonly id: number; readonly name: string },
	title: string
): Promise<number> {
	const [existing] = await tx
		.select({ id: post.id })
		.from(post)
		.where(and(eq(post.organisationId, body.id), eq(post.title, title)));
	if (existing) return existing.id;
	const [made] = await tx
		.insert(post)
		.values({ organisationId: body.id, title })
		.returning({ id: post.id });
	if (!made) throw new Error('The post was not stored');
	await record(tx, {
		action: 'post.create',
		actor,
		moment,
		organisationId: body.id,
		particulars: { title, organisation: body.name }
	});
	return made.id;
}

async function changeHolder(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	postId: number,
	found: FoundPost,
	holder: Holder
): Promise<void> {
	const { name } = holder;
	const personId = holder.personId ?? null;
	if (personId !== null) await mustBelong(tx, personId, found.organisationId);
	const previous = await currentHolder(tx, postId);
	if (previous?.name === name && previous.personId === personId) return;
	if (previous) {
		await tx.update(postHolder).set({ toDay: moment.today }).where(eq(postHolder.id, previous.id));
	}
	await tx.insert(postHolder).values({ postId, personId, name, fromDay: moment.today });
	await record(tx, {
		action: 'post.hold',
		actor,
		moment,
		organisationId: found.organisationId,
		particulars: {
			title: found.title,
			name,
			organisation: found.organisationName,
			previous: previous?.name ?? null
		}
	});
}

async function changeOwner(
	tx: Queryable,
	actor: Actor,
	moment: Moment,
	found: FoundAssignment,
	postId: number | null
): Promise<void> {
	const owner = postId === null ? null : await findPost(tx, actor, postId);
	const had = found.ownerPostId;
	const previous = had === null || had === postId ? null : await findPost(tx, actor, had);
	// A post of another organisation is, here, a post that does not exist.
	if (owner && owner.organisationId !== found.organisationId) throw notFound('post');
	await tx.insert(ownerChange).values({
		assignmentId: found.id,
		at: moment.at,
		onDay: moment.today,
		actorId: actor.personId,
		postId
	});
	await changeAssignment(tx, found, { ownerPostId: postId });
	await record(tx, {
		action: 'assignment.set-owner',
		actor,
		moment,
		assignmentId: found.id,
		organisationId: found.organisationId,
		particulars: {
			reference: found.reference,
			organisation: found.organisationName,
			title: owner?.title ?? null,
			previous: previous?.title ?? null
		}
	});
}

type FoundPost = Awaited<ReturnType<typeof findPost>>;

async function findOrganisation(tx: Queryable, actor: Actor, code: string) {
	const [row] = await tx
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(and(eq(organisation.code, code), visibleTo(actor, organisation.id)));
	if (!row) throw notFound('organisation');
	return row;
}

async function findPost(tx: Queryable, actor: Actor, postId: number) {
	const [row] = await tx
		.select({
			organisationId: post.organisationId,
			title: post.title,
			organisationName: organisation.name
		})
		.from(post)
		.innerJoin(organisation, eq(organisation.id, post.organisationId))
		.where(and(eq(post.id, postId), visibleTo(actor, post.organisationId)));
	if (!row) throw notFound('post');
	return row;
}

async function currentHolder(tx: Queryable, postId: number) {
	const [row] = await tx
		.select({ id: postHolder.id, name: postHolder.name, personId: postHolder.personId })
		.from(postHolder)
		.where(and(eq(postHolder.postId, postId), isNull(postHolder.toDay)));
	return row;
}

/** A person of another organisation is, here, a person who does not exist. */
async function mustBelong(tx: Queryable, personId: number, organisationId: number): Promise<void> {
	const [row] = await tx
		.select({ id: person.id })
		.from(person)
		.innerJoin(personRole, eq(personRole.personId, person.id))
		.where(
			and(
				eq(person.id, personId),
				isNull(person.deactivatedAt),
				eq(personRole.organisationId, organisationId),
				isNull(personRole.toDay)
			)
		)
		.limit(1);
	if (!row) throw notFound('person');
}
