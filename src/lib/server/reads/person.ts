import type { Actor } from '#lib/domain/actor.ts';
import { personState, type PersonState } from '#lib/domain/people-filter.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { momentOf } from '#lib/domain/clock.ts';
import { asc, eq, gt, isNull, max, or } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { rolesOf, rolesText, type HeldRole } from '../db/queries/person-roles.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, session } from '../db/schema/person.ts';
import { postsHeldBy } from './orphans.ts';

export interface PersonDetails {
	readonly id: number;
	readonly name: string;
	readonly email: string;
	readonly state: PersonState;
	readonly createdAt: number;
	readonly deactivatedAt: number | null;
	/** Within the last month or so; null where there is none. */
	readonly lastSeenAt: number | null;
	readonly roles: readonly HeldRole[];
	/** As the form of their roles sends it back. */
	readonly rolesText: string;
}

export interface OrganisationChoice {
	readonly code: string;
	readonly name: string;
}

/** @throws Refusal 'not-allowed', 'not-found' */
export async function readPerson(
	context: Context,
	actor: Actor,
	personId: number
): Promise<PersonDetails> {
	mustBeAbleTo(actor, 'manage-people');
	return readDetails(context, personId);
}

/** What would be left without anybody to answer for it if the person went. @throws Refusal 'not-allowed' */
export function readPostsHeld({ db }: Context, actor: Actor, personId: number) {
	mustBeAbleTo(actor, 'manage-people');
	return postsHeldBy(db.read, personId);
}

/** What people see of their own account. */
export function readOwnAccount(context: Context, actor: Actor): Promise<PersonDetails> {
	return readDetails(context, actor.personId);
}

/** Organisations that a role may be given for: those that have not ended, by name. */
export function listOrganisationChoices({ db, clock }: Context): Promise<OrganisationChoice[]> {
	const { today } = momentOf(clock);
	return db.read
		.select({ code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(or(isNull(organisation.validTo), gt(organisation.validTo, today)))
		.orderBy(asc(organisation.name));
}

async function readDetails({ db }: Context, personId: number): Promise<PersonDetails> {
	const [row] = await db.read.select().from(person).where(eq(person.id, personId));
	if (!row) throw notFound('person');
	const [seen] = await db.read
		.select({ at: max(session.lastSeenAt) })
		.from(session)
		.where(eq(session.personId, personId));
	const { id, name, email, createdAt, deactivatedAt, passwordHash } = row;
	return {
		...{ id, name, email, createdAt, deactivatedAt },
		state: personState({ deactivatedAt, isInvited: passwordHash === null }),
		lastSeenAt: seen?.at ?? null,
		roles: await rolesOf(db.read, personId),
		rolesText: await rolesText(db.read, personId)
	};
}
