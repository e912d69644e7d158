import { isNull } from 'drizzle-orm';
import type { Queryable } from '../open.ts';
import { remember } from '../remember.ts';
import { organisation } from '../schema/organisation.ts';

/** Of the bodies that there are today. */
export const everyBodyName = remember(async (db: Queryable): Promise<readonly string[]> => {
	const rows = await db
		.select({ name: organisation.name })
		.from(organisation)
		.where(isNull(organisation.validTo))
		.orderBy(organisation.name);
	return rows.map(({ name }) => name);
});
