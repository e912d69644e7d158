import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/**
 * Applies the pending migrations in one transaction, or none of them. Foreign keys are off while they run,
 * because a rebuilt table would otherwise empty its children, and every one is checked before it is kept.
 * Two processes that open a new register at once take turns. The migrator that Drizzle brings does neither:
 * it reads what is pending before it has the lock, and leaves no room for a check before the commit.
 * @throws Error where a migration fails, breaks a foreign key, or the database is from a newer release
 */
export function migrateDatabase(
	connection: Database.Database,
	folder: string = migrationsFolder()
): void {
	const migrations = readMigrationFiles({ migrationsFolder: folder });
	connection.pragma('foreign_keys = OFF');
	try {
		connection.exec('BEGIN IMMEDIATE');
		try {
			if (applyPending(connection, migrations) > 0) checkForeignKeys(connection);
			connection.exec('COMMIT');
		} catch (error) {
			if (connection.inTransaction) connection.exec('ROLLBACK');
			throw error;
		}
	} finally {
		connection.pragma('foreign_keys = ON');
	}
}

/** Reads every row, so it waits for a migration: the service would start seconds later for nothing. */
function checkForeignKeys(connection: Database.Database): void {
	const broken = connection.pragma('foreign_key_check') as unknown[];
	if (broken.length > 0) throw new Error(`A migration broke ${broken.length} foreign keys`);
}

/** @returns how many were pending */
function applyPending(
	connection: Database.Database,
	migrations: ReturnType<typeof readMigrationFiles>
): number {
	// The table of Drizzle's own migrator, so that its tools can read it.
	connection.exec(
		'CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)'
	);
	const latest = connection
		.prepare<[], number>('SELECT coalesce(max(created_at), 0) FROM "__drizzle_migrations"')
		.pluck()
		.get();
	const applied = Number(latest);
	if (applied > Math.max(0, ...migrations.map(({ folderMillis }) => folderMillis))) {
		throw new Error(
			'The database is from a newer release: start that release, or restore a backup'
		);
	}
	const note = connection.prepare(
		'INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES (?, ?)'
	);
	const pending = migrations.filter(({ folderMillis }) => folderMillis > applied);
	for (const { sql, hash, folderMillis } of pending) {
		for (const statement of sql) connection.exec(statement);
		note.run(hash, folderMillis);
	}
	return pending.length;
}

/** `drizzle/` at the project's root, whether this runs as source or bundled below `build/`. */
function migrationsFolder(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error('The folder drizzle/ with the migrations is missing');
		folder = parent;
	}
	return join(folder, 'drizzle');
}
