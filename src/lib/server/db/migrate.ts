import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

/**
 * Applies the pending migrations. Foreign keys are off while they run, because a rebuilt table would
 * otherwise empty its children, and every one is checked afterwards.
 */
export function migrateDatabase(connection: Database.Database): void {
	connection.pragma('foreign_keys = OFF');
	try {
		migrate(drizzle(connection), { migrationsFolder: migrationsFolder() });
		const broken = connection.pragma('foreign_key_check') as unknown[];
		if (broken.length > 0) {
			throw new Error(`A migration broke ${broken.length} foreign keys`);
		}
	} finally {
		connection.pragma('foreign_keys = ON');
	}
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
