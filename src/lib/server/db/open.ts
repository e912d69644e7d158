import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PlainDate } from '#lib/domain/plain-date.ts';
import { readersAsAt } from './as-at-reader.ts';
import { noteFacts } from './connection-facts.ts';
import { keepStatements } from './keep-statements.ts';
import { migrateDatabase } from './migrate.ts';
import type { Queryable } from './queryable.ts';
import { watchChanges } from './recent-changes.ts';
import * as tables from './schema/tables.ts';

export type { Queryable };

export interface Db {
	/** The reader connection. Sees what is committed. */
	readonly read: Queryable;
	/** The reader connection with everything as it stood at the end of a day. */
	asAt(day: PlainDate): Queryable;
	/**
	 * Runs `work` in one BEGIN IMMEDIATE transaction on the one writer connection; calls queue. Returning
	 * commits, throwing rolls back. A write inside a write is a bug and throws.
	 */
	write<T>(work: (tx: Queryable) => Promise<T> | T): Promise<T>;
	/** Statements run so far on both connections. */
	readonly queries: { count: number };
	/** Copies the whole database to a file, while others go on. */
	backUp(file: string): Promise<void>;
	close(): void;
}

export interface OpenOptions {
	/**
	 * For a database that is made aside and takes its place only when it is whole: commits do not wait for
	 * the disk, which makes thousands of them five times as fast. A power cut would spoil it.
	 */
	readonly isAside?: boolean;
}

/** Opens, and brings up to date, the database in `file`; `:memory:` is for tests. */
export function openDatabase(file: string, { isAside = false }: OpenOptions = {}): Db {
	if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
	const writer = connect(file);
	if (isAside) writer.pragma('synchronous = OFF');
	migrateDatabase(writer);
	const reader = file === ':memory:' ? writer : connect(file, true);
	for (const connection of new Set([writer, reader])) keepStatements(connection);
	const queries = { count: 0 };
	const logger = { logQuery: () => void queries.count++ };
	const changes = watchChanges(writer);
	noteFacts(reader, { changes });
	const writing = new AsyncLocalStorage<true>();
	const tx = drizzle(writer, { schema: tables, logger });
	let last: Promise<unknown> = Promise.resolve();

	return {
		read: drizzle(reader, { schema: tables, logger }),
		asAt: readersAsAt(reader, logger),
		queries,
		write<T>(work: (tx: Queryable) => Promise<T> | T): Promise<T> {
			if (writing.getStore()) throw new Error('A write inside a write: pass the transaction on');
			const run = last.then(() => {
				changes.collect();
				return writing.run(true, () => inTransaction(writer, () => work(tx)));
			});
			last = run.catch(() => undefined);
			return run;
		},
		async backUp(to) {
			await reader.backup(to);
		},
		close() {
			if (reader !== writer) reader.close();
			writer.close();
		}
	};
}

/**
 * The register as it is at this moment, on a connection of its own: whatever is written meanwhile, every query
 * sees the same. Keeps what is written meanwhile in the log, so it is closed again within minutes.
 */
export function openSnapshot(file: string): Db {
	const reader = connect(file, true);
	keepStatements(reader);
	reader.exec('BEGIN');
	// The first to read settles which moment it is.
	reader.prepare('select count(*) from sqlite_master').get();
	const queries = { count: 0 };
	const logger = { logQuery: () => void queries.count++ };
	const refuse = () => {
		throw new Error('A snapshot is only read');
	};
	return {
		read: drizzle(reader, { schema: tables, logger }),
		asAt: readersAsAt(reader, logger),
		queries,
		write: refuse,
		backUp: refuse,
		close: () => void reader.close()
	};
}

function connect(file: string, readonly = false): Database.Database {
	const connection = new Database(file, { readonly });
	connection.pragma('busy_timeout = 5000');
	connection.pragma('foreign_keys = ON');
	// Without it REPLACE takes a row away past the triggers that make a table append-only.
	connection.pragma('recursive_triggers = ON');
	// In kB. A writer reads what it is about to change, and little else.
	connection.pragma(`cache_size = ${readonly ? -8000 : -2000}`);
	connection.pragma('temp_store = MEMORY');
	if (!readonly) {
		connection.pragma('journal_mode = WAL');
		connection.pragma('synchronous = FULL');
	}
	return connection;
}

async function inTransaction<T>(writer: Database.Database, work: () => Promise<T> | T): Promise<T> {
	writer.exec('BEGIN IMMEDIATE');
	try {
		const result = await work();
		writer.exec('COMMIT');
		return result;
	} catch (error) {
		if (writer.inTransaction) writer.exec('ROLLBACK');
		throw error;
	}
}
