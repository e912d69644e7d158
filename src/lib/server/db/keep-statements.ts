import type Database from 'better-sqlite3';

/** More than the service has; a filter with many values makes a statement of its own. */
const KEPT = 500;

/**
 * Prepares each statement once for the connection, because SQLite takes as long to plan a page's query as to
 * answer it. Those used longest ago are let go.
 */
export function keepStatements(connection: Database.Database): void {
	const prepare = connection.prepare.bind(connection);
	const kept = new Map<string, Database.Statement>();
	const prepareOnce = (source: string) => {
		const statement = kept.get(source) ?? prepare(source);
		kept.delete(source);
		kept.set(source, statement);
		if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
		// The last to use it may have asked for rows as arrays.
		return statement.reader ? statement.raw(false) : statement;
	};
	connection.prepare = prepareOnce as typeof connection.prepare;
}
