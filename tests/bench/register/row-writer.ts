import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

export interface RowWriter {
	/** Adds one row; a column that is left out has its default, or is null. */
	add<T extends SQLiteTable>(table: T, row: T['$inferInsert']): void;
}

type Insert = (row: Record<string, unknown>) => void;

/** Straight into SQLite with one prepared statement a table: the query builder would take minutes. */
export function openRowWriter(connection: Database.Database): RowWriter {
	const inserts = new Map<SQLiteTable, Insert>();
	return {
		add(table, row) {
			let insert = inserts.get(table);
			if (!insert) inserts.set(table, (insert = prepareInsert(connection, table)));
			insert(row);
		}
	};
}

function prepareInsert(connection: Database.Database, table: SQLiteTable): Insert {
	const columns = Object.entries(getTableColumns(table));
	const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
	const marks = columns.map(() => '?').join(', ');
	const statement = connection.prepare(
		`insert into "${getTableName(table)}" (${names}) values (${marks})`
	);
	return (row) =>
		void statement.run(columns.map(([key, column]) => bound(row[key] ?? column.default ?? null)));
}

/** SQLite has no true and false. */
function bound(value: unknown): unknown {
	return typeof value === 'boolean' ? Number(value) : value;
}
