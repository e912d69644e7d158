import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { DATABASE_FILE } from '#lib/server/app.ts';
import type { TestApp } from './test-app.ts';

export type Row = Record<string, unknown>;

/**
 * A connection of its own on the app's database file, past every rule of ours: to look at what is stored,
 * to tamper with it, and to make a write fail.
 */
export function rawConnection(app: TestApp): Database.Database {
	const connection = connect(app);
	onTestFinished(() => void connection.close());
	return connection;
}

/** SHA-256 of every committed page of the database: two that are equal differ in no byte. */
export function databaseImage(app: TestApp): string {
	return withConnection(app, (connection) =>
		createHash('sha256').update(connection.serialize()).digest('hex')
	);
}

/** Every row of a table, oldest first, with the columns' own names. */
export function rowsOf(app: TestApp, table: string): Row[] {
	return withConnection(app, (connection) => selectAll(connection, table));
}

/** The row that was stored last. */
export function lastRowOf(app: TestApp, table: string): Row {
	const row = rowsOf(app, table).at(-1);
	if (!row) throw new Error(`${table} is empty`);
	return row;
}

/** Every row of every table. */
export function allRows(app: TestApp): Map<string, Row[]> {
	return withConnection(app, (connection) => selectEverything(connection));
}

export function selectEverything(connection: Database.Database): Map<string, Row[]> {
	return new Map(tableNames(connection).map((table) => [table, selectAll(connection, table)]));
}

/** Our tables, by name; those of SQLite, of the migrator and of the search index are left out. */
export function tableNames(connection: Database.Database): string[] {
	return connection
		.prepare<[], { name: string }>(
			`select name from pragma_table_list where schema = 'main' and type = 'table'
			and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\' order by name`
		)
		.all()
		.map(({ name }) => name);
}

/** The tables in which rows were added, changed or taken away between two readings. */
export function changedTables(before: Map<string, Row[]>, after: Map<string, Row[]>): string[] {
	return [...after.keys()].filter(
		(table) => JSON.stringify(before.get(table)) !== JSON.stringify(after.get(table))
	);
}

function selectAll(connection: Database.Database, table: string): Row[] {
	return connection.prepare<[], Row>(`select * from "${table}" order by rowid`).all();
}

function withConnection<T>(app: TestApp, look: (connection: Database.Database) => T): T {
	const connection = connect(app);
	try {
		return look(connection);
	} finally {
		connection.close();
	}
}

export function databaseFileOf(app: TestApp): string {
	return join(app.config.dataDir, DATABASE_FILE);
}

function connect(app: TestApp): Database.Database {
	return new Database(databaseFileOf(app));
}
