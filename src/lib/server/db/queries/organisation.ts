import { asc } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { organisation } from '../schema/organisation.ts';

/** Whom a recommendation can fall to, in the order in which they were loaded. */
export function listAddressees(db: Queryable) {
	return db
		.select({ id: organisation.id, code: organisation.code, kind: organisation.kind })
		.from(organisation)
		.orderBy(asc(organisation.id));
}
