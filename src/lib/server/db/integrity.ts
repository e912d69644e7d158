import Database from 'better-sqlite3';

/** What SQLite itself finds wrong with a file, in sentences: pages, indexes, closed lists, foreign keys. */
export function findDamage(file: string): string[] {
	const connection = new Database(file, { readonly: true, fileMustExist: true });
	try {
		return [...damage(connection), ...danglingRows(connection)];
	} catch (thrown) {
		if (!(thrown instanceof Database.SqliteError)) throw thrown;
		if (!['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes(thrown.code)) throw thrown;
		return ['The database is damaged so badly that it cannot be read'];
	} finally {
		connection.close();
	}
}

function damage(connection: Database.Database): string[] {
	const found = connection.pragma('integrity_check') as { integrity_check: string }[];
	return found
		.map(({ integrity_check: sentence }) => sentence)
		.filter((sentence) => sentence !== 'ok')
		.map((sentence) => `The database is damaged: ${sentence}`);
}

function danglingRows(connection: Database.Database): string[] {
	const found = connection.pragma('foreign_key_check') as {
		table: string;
		rowid: number | null;
		parent: string;
	}[];
	return found.map(
		({ table, rowid, parent }) =>
			`Row ${rowid ?? 'without a number'} of ${table} points to a row of ${parent} that is not there`
	);
}
