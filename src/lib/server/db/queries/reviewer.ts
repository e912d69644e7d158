import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { person, personRole } from '../schema/person.ts';

/** Everybody who can review a claim: active inspectors, by name. */
export async function listInspectors(db: Queryable) {
	return await db
		.selectDistinct({ id: person.id, name: person.name, email: person.email })
		.from(personRole)
		.innerJoin(person, eq(person.id, personRole.personId))
		.where(
			and(eq(personRole.role, 'inspector'), isNull(personRole.toDay), isNull(person.deactivatedAt))
		)
		.orderBy(asc(person.name), asc(person.id));
}
