import type { Role } from '#lib/domain/actor.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { person, personRole } from '../schema/person.ts';

/** The e-mail addresses of the active people who hold a role, for one organisation where it has one. */
export async function addressesOf(
	db: Queryable,
	role: Role,
	organisationId: number | null
): Promise<string[]> {
	const rows = await db
		.selectDistinct({ email: person.email })
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(
				eq(personRole.role, role),
				isNull(personRole.toDay),
				isNull(person.deactivatedAt),
				organisationId === null
					? isNull(personRole.organisationId)
					: eq(personRole.organisationId, organisationId)
			)
		)
		.orderBy(person.email);
	return rows.map((row) => row.email);
}

/** The e-mail address of one person; null for an account that is switched off. */
export async function activeAddress(db: Queryable, personId: number): Promise<string | null> {
	const [row] = await db
		.select({ email: person.email })
		.from(person)
		.where(and(eq(person.id, personId), isNull(person.deactivatedAt)));
	return row?.email ?? null;
}
