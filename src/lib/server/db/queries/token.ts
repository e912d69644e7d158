import type { RoleHolding } from '#lib/domain/actor.ts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { person, personRole } from '../schema/person.ts';
import { personalToken } from '../schema/token.ts';

const byHash = prepareOnce((db) =>
	db
		.select({
			facts: {
				id: personalToken.id,
				purpose: personalToken.purpose,
				scopes: personalToken.scopes,
				expiresAt: personalToken.expiresAt,
				revokedAt: personalToken.revokedAt,
				lastUsedAt: personalToken.lastUsedAt,
				personId: person.id,
				name: person.name,
				email: person.email,
				deactivatedAt: person.deactivatedAt
			},
			role: personRole.role,
			organisationId: personRole.organisationId
		})
		.from(personalToken)
		.innerJoin(person, eq(person.id, personalToken.personId))
		.leftJoin(personRole, and(eq(personRole.personId, person.id), isNull(personRole.toDay)))
		.where(eq(personalToken.tokenHash, sql.placeholder('hash')))
		.orderBy(personRole.id)
		.prepare()
);

/** The token with its person and the roles held now: one query. */
export async function readToken(db: Queryable, hash: string) {
	const rows = await byHash(db).all({ hash });
	const [first] = rows;
	if (!first) return null;
	const roles: RoleHolding[] = rows.flatMap(({ role, organisationId }) =>
		role === null ? [] : [{ role, organisationId }]
	);
	return { ...first.facts, roles };
}

/** Those of one person, latest first; never the hash. */
export function listTokens(db: Queryable, personId: number) {
	return db
		.select({
			id: personalToken.id,
			purpose: personalToken.purpose,
			name: personalToken.name,
			scopes: personalToken.scopes,
			createdAt: personalToken.createdAt,
			expiresAt: personalToken.expiresAt,
			lastUsedAt: personalToken.lastUsedAt,
			revokedAt: personalToken.revokedAt
		})
		.from(personalToken)
		.where(eq(personalToken.personId, personId))
		.orderBy(desc(personalToken.id));
}
