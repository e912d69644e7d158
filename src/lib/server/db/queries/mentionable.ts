import { isNational, ORGANISATION_ROLES, type Actor, type Role } from '#lib/domain/actor.ts';
import type { Audience } from '#lib/domain/audience.ts';
import { and, asc, eq, inArray, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { person, personRole } from '../schema/person.ts';

export interface Mentionable {
	readonly personId: number;
	readonly name: string;
	readonly email: string;
	/** What they hold here: for the organisation, or for all of them. */
	readonly roles: readonly { readonly role: Role; readonly isOfBody: boolean }[];
}

/**
 * Whom the actor may name in a comment on an assignment of the organisation: people who can read it and whom
 * the actor may know. A body knows its own people and the inspectors; national readers know each other too.
 * A note names inspectors who may read notes, and nobody else. By name, the actor left out.
 */
export async function listMentionable(
	db: Queryable,
	actor: Actor,
	organisationId: number,
	audience: Audience
): Promise<Mentionable[]> {
	const rows = await db
		.select({
			personId: person.id,
			name: person.name,
			email: person.email,
			role: personRole.role,
			organisationId: personRole.organisationId
		})
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				isNull(personRole.toDay),
				isNull(person.deactivatedAt),
				ne(person.id, actor.personId),
				audience === 'everyone'
					? or(
							isInspector,
							isOf(organisationId),
							isNational(actor) ? isNationalObserver : undefined
						)
					: and(isInspector, notInArray(person.id, peopleOf(db, organisationId)))
			)
		)
		.orderBy(asc(person.name), asc(person.id), asc(personRole.id));
	const people = new Map<number, Mentionable & { roles: Mentionable['roles'][number][] }>();
	for (const { role, organisationId: of, ...facts } of rows) {
		const known = people.get(facts.personId) ?? { ...facts, roles: [] };
		known.roles.push({ role, isOfBody: of !== null });
		people.set(facts.personId, known);
	}
	return [...people.values()];
}

const isInspector: SQL | undefined = eq(personRole.role, 'inspector');

const isNationalObserver = and(eq(personRole.role, 'observer'), isNull(personRole.organisationId));

function isOf(organisationId: number): SQL | undefined {
	return and(
		eq(personRole.organisationId, organisationId),
		inArray(personRole.role, [...ORGANISATION_ROLES])
	);
}

function peopleOf(db: Queryable, organisationId: number) {
	return db
		.select({ id: personRole.personId })
		.from(personRole)
		.where(and(isOf(organisationId), isNull(personRole.toDay)));
}
