import Database from 'better-sqlite3';

/**
 * Makes the database one plain file, with nothing of it left in a write-ahead log, so that the file can be
 * replaced or moved. False where somebody else has it open: SQLite leaves WAL mode only for the last one.
 */
export function settleIntoOneFile(file: string): boolean {
	const connection = new Database(file, { fileMustExist: true, timeout: 500 });
	try {
		return connection.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
	} catch (thrown) {
		if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY'))
			return false;
		throw thrown;
	} finally {
		connection.close();
	}
}
