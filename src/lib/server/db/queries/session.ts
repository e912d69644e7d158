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
	/** The last entry of the trail when it was read. */
	readonly latestEntry: number;
	readonly roles: readonly RoleHolding[];
}

/** The session with its person and the roles held now: one query, run on every request. */
export async function readSession(db: Queryable, id: string): Promise<SessionRow | null> {
	const [found] = await readSessions(db, [id]);
	return found ?? null;
}

/** The same of several: one query. */
export async function readSessions(db: Queryable, ids: readonly string[]): Promise<SessionRow[]> {
	const rows = await bySessionIds(db).all({ ids: JSON.stringify(ids) });
	const found = new Map<string, SessionRow & { roles: RoleHolding[] }>();
	for (const { facts, role, organisationId } of rows) {
		const row = found.get(facts.id) ?? { ...facts, roles: [] };
		if (role !== null) row.roles.push({ role, organisationId });
		found.set(facts.id, row);
	}
	return [...found.values()];
}

const bySessionIds = prepareOnce((db) =>
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
				deactivatedAt: person.deactivatedAt,
				latestEntry: sql<number>`(select coalesce(max(sequence), 0) from audit_entry)`
			},
			role: personRole.role,
			organisationId: personRole.organisationId
		})
		.from(session)
		.innerJoin(person, eq(person.id, session.personId))
		.leftJoin(personRole, and(eq(personRole.personId, person.id), isNull(personRole.toDay)))
		.where(sql`${session.id} in (select value from json_each(${sql.placeholder('ids')}))`)
		.orderBy(personRole.id)
		.prepare()
);
