import type { Actor, Role } from '#lib/domain/actor.ts';
import { personState, type PeopleFilter, type PersonState } from '#lib/domain/people-filter.ts';
import { mustBeAbleTo } from '#lib/domain/policy.ts';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { byName, matchesPeopleFilter } from '../db/queries/people-filter.ts';
import type { Queryable } from '../db/open.ts';
import { remember } from '../db/remember.ts';
import { organisation } from '../db/schema/organisation.ts';
import { person, personRole } from '../db/schema/person.ts';

export const PEOPLE_PER_PAGE = 50;

export interface PersonRole {
	readonly role: Role;
	readonly organisationName: string | null;
}

export interface PersonRow {
	readonly id: number;
	readonly name: string;
	readonly email: string;
	readonly state: PersonState;
	readonly roles: readonly PersonRole[];
}

export interface PeopleList {
	readonly rows: readonly PersonRow[];
	/** Of all pages. */
	readonly total: number;
	/** The page shown: the last one, where there are fewer than were asked for. */
	readonly page: number;
	readonly pages: number;
}

/** One page of people, by name; three queries. @throws Refusal 'not-allowed' */
export async function listPeople(
	{ db }: Context,
	actor: Actor,
	filter: PeopleFilter
): Promise<PeopleList> {
	mustBeAbleTo(actor, 'manage-people');
	return readPage(db.read, filter);
}

const readPage = remember(async (db: Queryable, filter: PeopleFilter): Promise<PeopleList> => {
	const where = matchesPeopleFilter(db, filter);
	const [counted] = await db.select({ people: count() }).from(person).where(where);
	const total = counted?.people ?? 0;
	const pages = Math.max(1, Math.ceil(total / PEOPLE_PER_PAGE));
	const page = Math.min(filter.page, pages);
	const found = await db
		.select({
			id: person.id,
			name: person.name,
			email: person.email,
			passwordHash: person.passwordHash,
			deactivatedAt: person.deactivatedAt
		})
		.from(person)
		.where(where)
		.orderBy(byName, person.id)
		.limit(PEOPLE_PER_PAGE)
		.offset((page - 1) * PEOPLE_PER_PAGE);
	const ids = found.map(({ id }) => id);
	const roles = await rolesByPerson(db, ids);
	return {
		...{ total, page, pages },
		rows: found.map(({ passwordHash, deactivatedAt, ...row }) => ({
			...row,
			state: personState({ deactivatedAt, isInvited: passwordHash === null }),
			roles: roles.get(row.id) ?? []
		}))
	};
});

async function rolesByPerson(db: Queryable, ids: number[]): Promise<Map<number, PersonRole[]>> {
	const rows = await db
		.select({
			personId: personRole.personId,
			role: personRole.role,
			organisationName: organisation.name
		})
		.from(personRole)
		.leftJoin(organisation, eq(organisation.id, personRole.organisationId))
		.where(and(inArray(personRole.personId, ids), isNull(personRole.toDay)))
		.orderBy(personRole.id);
	return Map.groupBy(rows, ({ personId }) => personId);
}
