import type { PeopleFilter, PersonState } from '#lib/domain/people-filter.ts';
import { and, eq, exists, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';
import { person, personRole } from '../schema/person.ts';

/** The filter as a condition on `person`. */
export function matchesPeopleFilter(db: Queryable, filter: PeopleFilter): SQL | undefined {
	return and(
		filter.search === '' ? undefined : contains(filter.search),
		filter.state === null ? undefined : isInState(filter.state),
		filter.role === null && filter.organisation === null ? undefined : holds(db, filter)
	);
}

/** A list as people read it: capitals make no difference. */
export const byName = sql`lower(${person.name})`;

/** As text, not as a pattern: '_' and '%' stand for themselves. */
function contains(search: string): SQL | undefined {
	const needle = search.toLowerCase();
	return or(
		sql`instr(lower(${person.name}), ${needle}) > 0`,
		sql`instr(${person.email}, ${needle}) > 0`
	);
}

/** The twin of `personState`. */
function isInState(state: PersonState): SQL | undefined {
	if (state === 'deactivated') return isNotNull(person.deactivatedAt);
	const isChosen = state === 'invited' ? isNull : isNotNull;
	return and(isNull(person.deactivatedAt), isChosen(person.passwordHash));
}

/** One current role that is of the kind and for the organisation asked for. */
function holds(db: Queryable, { role, organisation: code }: PeopleFilter): SQL {
	return exists(
		db
			.select({ id: personRole.id })
			.from(personRole)
			.leftJoin(organisation, eq(organisation.id, personRole.organisationId))
			.where(
				and(
					eq(personRole.personId, person.id),
					isNull(personRole.toDay),
					role === null ? undefined : eq(personRole.role, role),
					code === null ? undefined : eq(organisation.code, code)
				)
			)
	);
}
