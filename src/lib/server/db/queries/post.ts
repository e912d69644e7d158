import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { assignment } from '../schema/assignment.ts';
import { organisation } from '../schema/organisation.ts';
import { person, personRole } from '../schema/person.ts';
import { post, postHolder } from '../schema/post.ts';
import { isInSight, sightOf } from './visibility.ts';

/** What names a post in an address: the organisation's code, and the number of the post. */
export interface PostName {
	readonly organisation: string;
	readonly post: number;
}

export type FoundPost = Awaited<ReturnType<typeof findPost>>;
export type LastHolder = NonNullable<Awaited<ReturnType<typeof lastHolder>>>;

/**
 * The post, scoped to the actor. `version` grows with every holder who comes or goes.
 * @throws Refusal 'not-found' when it does not exist or is not the actor's to see: one answer for both
 */
export async function findPost(db: Queryable, actor: Actor, postId: number) {
	const row = byId(db).get({ postId, ...sightOf(actor) });
	if (!row) throw notFound('post');
	return row;
}

const byId = prepareOnce((db) =>
	db
		.select({
			id: post.id,
			title: post.title,
			organisationId: post.organisationId,
			organisationCode: organisation.code,
			organisationName: organisation.name,
			version: sql<number>`(select count(*) + count(h.to_day) from ${postHolder} h
				where h.post_id = ${post.id})`
		})
		.from(post)
		.innerJoin(organisation, eq(organisation.id, post.organisationId))
		.where(and(eq(post.id, sql.placeholder('postId')), isInSight(post.organisationId)))
		.prepare()
);

/** The same by its address: a post of another organisation is not found. */
export async function findNamedPost(db: Queryable, actor: Actor, name: PostName) {
	const found = await findPost(db, actor, name.post);
	if (found.organisationCode !== name.organisation) throw notFound('post');
	return found;
}

/** Whoever came last; `toDay` is null while they hold the post. */
export async function lastHolder(db: Queryable, postId: number) {
	const [row] = await db
		.select({
			id: postHolder.id,
			name: postHolder.name,
			personId: postHolder.personId,
			fromDay: postHolder.fromDay,
			toDay: postHolder.toDay
		})
		.from(postHolder)
		.where(eq(postHolder.postId, postId))
		.orderBy(desc(postHolder.id))
		.limit(1);
	return row;
}

/** Assignments that the post owns or delivers, whatever their status. */
export function countDuties(db: Queryable, postId: number): Promise<number> {
	return db.$count(
		assignment,
		or(eq(assignment.ownerPostId, postId), eq(assignment.deliveryPostId, postId))
	);
}

/** The active people who may act for the organisation, by name: whoever only looks on can accept no handover. */
export function peopleOf(db: Queryable, organisationId: number) {
	return db
		.selectDistinct({ id: person.id, name: person.name, email: person.email })
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				eq(personRole.organisationId, organisationId),
				inArray(personRole.role, ['lead', 'contributor']),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt)
			)
		)
		.orderBy(person.name, person.id);
}

/** The person's name. @throws Refusal 'not-found': a person of another organisation is one who does not exist */
export async function findOwnPerson(db: Queryable, organisationId: number, personId: number) {
	const found = (await peopleOf(db, organisationId)).find(({ id }) => id === personId);
	if (!found) throw notFound('person');
	return found;
}
