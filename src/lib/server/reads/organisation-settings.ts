import type { Actor } from '#lib/domain/actor.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { seenText } from '#lib/domain/seen.ts';
import { countHandover, planHandover } from '#lib/domain/succession.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import type { Queryable } from '../db/open.ts';
import { organisationFacts } from '../db/queries/administered.ts';
import { successorOrganisation } from '../db/queries/aliases.ts';
import { findBody } from '../db/queries/allocated.ts';
import { listHeld } from '../db/queries/succession.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, personRole } from '../db/schema/person.ts';
import { post, postHolder } from '../db/schema/post.ts';

/** Every organisation, by kind and name, those that have ended among them. @throws Refusal 'not-allowed' */
export async function listAllOrganisations({ db }: Context, actor: Actor) {
	mustBeAbleTo(actor, 'manage-organisations');
	return db.read
		.select({
			code: organisation.code,
			name: organisation.name,
			kind: organisation.kind,
			region: organisation.region,
			validFrom: organisation.validFrom,
			validTo: organisation.validTo,
			successor: successorOrganisation.name
		})
		.from(organisation)
		.leftJoin(successorOrganisation, eq(successorOrganisation.id, organisation.successorId))
		.orderBy(asc(organisation.kind), asc(organisation.name));
}

/**
 * One organisation with those it took over from, its people and its posts, which nobody moves when it ends.
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readOrganisationSettings({ db }: Context, actor: Actor, code: string) {
	mustBeAbleTo(actor, 'manage-organisations');
	const found = await findBody(db.read, code);
	const related = await db.read
		.select({
			id: organisation.id,
			code: organisation.code,
			name: organisation.name,
			successorId: organisation.successorId
		})
		.from(organisation);
	return {
		organisation: found,
		seen: seenText(organisationFacts(found)),
		successor: related.find(({ id }) => id === found.successorId) ?? null,
		predecessors: related.filter(({ successorId }) => successorId === found.id),
		people: await listPeopleOf(db.read, found.id),
		posts: await listPostsOf(db.read, found.id)
	};
}

/**
 * What the form that ends an organisation shows: who could take over, and what would happen if the one asked
 * for did.
 * @param successorCode null until somebody is chosen; '' for nobody
 * @throws Refusal 'not-allowed' or 'not-found'
 */
export async function readEnd(
	{ db, clock }: Context,
	actor: Actor,
	code: string,
	successorCode: string | null
) {
	mustBeAbleTo(actor, 'manage-organisations');
	const found = await findBody(db.read, code);
	const bodies = await db.read
		.select({ id: organisation.id, code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(isNull(organisation.validTo))
		.orderBy(asc(organisation.name));
	const successors = bodies.filter(({ id }) => id !== found.id);
	const successor = successors.find((body) => body.code === successorCode) ?? null;
	const isChosen = successorCode === '' || successor !== null;
	const held = isChosen ? await listHeld(db.read, found.id) : [];
	const own = successor ? await listHeld(db.read, successor.id) : [];
	return {
		organisation: { code: found.code, name: found.name, validTo: found.validTo },
		successors: successors.map(({ id: _id, ...body }) => body),
		successor,
		counts: isChosen ? countHandover(planHandover(held, own)) : null,
		people: (await listPeopleOf(db.read, found.id)).length,
		posts: (await listPostsOf(db.read, found.id)).length,
		today: momentOf(clock).today
	};
}

function listPeopleOf(db: Queryable, organisationId: number) {
	return db
		.select({ id: person.id, name: person.name, role: personRole.role })
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				eq(personRole.organisationId, organisationId),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt)
			)
		)
		.orderBy(asc(person.name));
}

function listPostsOf(db: Queryable, organisationId: number) {
	return db
		.select({ id: post.id, title: post.title, holder: postHolder.name })
		.from(post)
		.leftJoin(postHolder, and(eq(postHolder.postId, post.id), isNull(postHolder.toDay)))
		.where(eq(post.organisationId, organisationId))
		.orderBy(asc(post.title));
}
