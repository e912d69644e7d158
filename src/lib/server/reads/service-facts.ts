import { inArray } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { setting } from '../db/schema/service.ts';

export interface ServiceFacts {
	/** Every person, date and claim is invented, and every page says so. */
	readonly isSample: boolean;
}

const known = new WeakMap<Db, ServiceFacts>();

/** Read once for each opened register: it does not change while it is open. */
export async function readServiceFacts(db: Db): Promise<ServiceFacts> {
	const remembered = known.get(db);
	if (remembered) return remembered;
	const rows = await db.read
		.select()
		.from(setting)
		.where(inArray(setting.key, ['sample']));
	const facts = { isSample: rows.some((row) => row.key === 'sample' && row.value === 'yes') };
	known.set(db, facts);
	return facts;
}
