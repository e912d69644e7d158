import type { Actor } from '#lib/domain/actor.ts';
import { notFound } from '#lib/domain/refusal.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';
import { visibleTo } from './visibility.ts';

/** Whom a recommendation can fall to, in the order in which they were loaded: bodies that have ended are left out. */
export function listAddressees(db: Queryable) {
	return db
		.select({ id: organisation.id, code: organisation.code, kind: organisation.kind })
		.from(organisation)
		.where(isNull(organisation.validTo))
		.orderBy(asc(organisation.id));
}

/**
 * The organisation, scoped to the actor.
 * @throws Refusal 'not-found' for one that is not there or not the actor's to see
 */
export async function findOrganisation(db: Queryable, actor: Actor, code: string) {
	const [row] = await db
		.select({ id: organisation.id, code: organisation.code, name: organisation.name })
		.from(organisation)
		.where(and(eq(organisation.code, code), visibleTo(actor, organisation.id)));
	if (!row) throw notFound('organisation');
	return row;
}
