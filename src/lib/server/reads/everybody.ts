import type { Role } from '#lib/domain/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../db/open.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, personRole } from '../db/schema/person.ts';

export interface Somebody {
	readonly email: string;
	readonly name: string;
	readonly roles: readonly { readonly role: Role; readonly organisationName: string | null }[];
	/** 'invited' until they choose a password. */
	readonly state: 'active' | 'invited' | 'deactivated';
}

/** Everybody who ever had an account, by e-mail address, with the roles they hold now. For whoever runs the service. */
export async function readEverybody(db: Queryable): Promise<Somebody[]> {
	const rows = await db
		.select({ person, role: personRole.role, organisationName: organisation.name })
		.from(person)
		.leftJoin(personRole, and(eq(personRole.personId, person.id), isNull(personRole.toDay)))
		.leftJoin(organisation, eq(organisation.id, personRole.organisationId))
		.orderBy(asc(person.email), asc(personRole.id));
	return [...Map.groupBy(rows, (row) => row.person.id).values()].flatMap((held) => {
		const [first] = held;
		if (!first) return [];
		const { email, name, passwordHash, deactivatedAt } = first.person;
		const roles = held.flatMap(({ role, organisationName }) =>
			role === null ? [] : [{ role, organisationName }]
		);
		const state =
			deactivatedAt !== null ? 'deactivated' : passwordHash === null ? 'invited' : 'active';
		return [{ email, name, roles, state } as const];
	});
}
