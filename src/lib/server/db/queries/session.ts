import type { RoleHolding } from '#lib/domain/actor.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { person, personRole, session } from '../schema/person.ts';

export interface SessionRow {
	readonly id: string;
	readonly secretHash: Buffer;
	readonly createdAt: number;
	readonly lastSeenAt: number;
	readonly endedAt: number | null;
	readonly personId: number;
	readonly name: string;
	readonly email: string;
	readonly deactivatedAt: number | null;
	readonly roles: readonly RoleHolding[];
}

/** The session with its person and the roles held now: one query, run on every request. */
export async function readSession(db: Queryable, id: string): Promise<SessionRow | null> {
	const rows = await bySessionId(db).all({ id });
	const [first] = rows;
	if (!first) return null;
	const roles = rows.flatMap(({ role, organisationId }) =>
		role === null ? [] : [{ role, organisationId }]
	);
	return { ...first.facts, roles };
}

const bySessionId = prepareOnce((db) =>
	db
		.select({
			facts: {
				id: session.id,
				secretHash: session.secretHash,
				createdAt: session.createdAt,
				lastSeenAt: session.lastSeenAt,
				endedAt: session.endedAt,
				personId: person.id,
				name: person.name,
				email: person.email,
				deactivatedAt: person.deactivatedAt
			},
			role: personRole.role,
			organisationId: personRole.organisationId
		})
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.leftJoin(personRole, and(eq(personRole.personId, person.id), isNull(personRole.toDay)))
		.where(eq(session.id, sql.placeholder('id')))
		.orderBy(personRole.id)
		.prepare()
);
