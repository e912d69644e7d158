import { isNational, ownOrganisationIds, type RolesHeld } from '#lib/domain/actor.ts';
import { inArray, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * The SQL twin of the policy's `read-assignment` and `read-organisation`: true for rows whose organisation
 * the actor may see in full. Every list, export, feed and search adds it; undefined means "every row".
 */
export function visibleTo(actor: RolesHeld, organisationId: AnySQLiteColumn): SQL | undefined {
	if (isNational(actor)) return undefined;
	const own = ownOrganisationIds(actor);
	return own.length > 0 ? inArray(organisationId, own) : sql`0`;
}

/** The same in a query that is put together once and run with `sightOf(actor)` among its values. */
export function isInSight(organisationId: AnySQLiteColumn): SQL {
	return sql`(${sql.placeholder('seesAll')} or ${organisationId} in
		(select value from json_each(${sql.placeholder('seesOnly')})))`;
}

export function sightOf(actor: RolesHeld) {
	return {
		seesAll: isNational(actor) ? 1 : 0,
		seesOnly: JSON.stringify(ownOrganisationIds(actor))
	};
}
