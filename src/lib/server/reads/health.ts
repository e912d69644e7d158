import { sql } from 'drizzle-orm';
import type { Context } from '../db/context.ts';
import { setting } from '../db/schema/service.ts';

/** True while the database answers and is the one we know: its migrations have been applied. */
export async function isHealthy({ db }: Context): Promise<boolean> {
	try {
		const rows = db.read.all<{ one: number }>(
			sql`select 1 as one from (select count(*) from ${setting})`
		);
		return rows.length === 1;
	} catch {
		return false;
	}
}
