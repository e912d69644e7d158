import type Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as tables from './schema/tables.ts';

/** What queries run on: the reader, the reader as at a day, or the transaction that `write` hands over. */
export type Queryable = BetterSQLite3Database<typeof tables> & {
	readonly $client: Database.Database;
};
