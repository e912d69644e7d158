import type Database from 'better-sqlite3';
import { selectEverything, type Row } from './database.ts';

/** What a database holds before a migration, to be compared with what it holds after. */
export interface Held {
	readonly rows: ReadonlyMap<string, readonly Row[]>;
	readonly triggers: readonly string[];
	readonly indexes: readonly string[];
}

export function takeStock(connection: Database.Database): Held {
	return {
		rows: selectEverything(connection),
		triggers: namesOf(connection, 'trigger'),
		indexes: namesOf(connection, 'index')
	};
}

/**
 * Everything that is gone or different after a migration, in words; columns, tables, indexes and triggers
 * may be added. Empty when nothing was lost.
 */
export function lossesOf(before: Held, after: Held): string[] {
	const losses: string[] = [];
	for (const [table, rows] of before.rows) {
		const now = after.rows.get(table);
		if (!now) losses.push(`the table ${table} is gone`);
		else if (now.length < rows.length) losses.push(`${table} lost rows`);
		else losses.push(...changedColumns(table, rows, now));
	}
	const gone = (kind: string, was: readonly string[], is: readonly string[]) =>
		was.filter((name) => !is.includes(name)).map((name) => `the ${kind} ${name} is gone`);
	losses.push(...gone('trigger', before.triggers, after.triggers));
	losses.push(...gone('index', before.indexes, after.indexes));
	return losses;
}

function changedColumns(table: string, rows: readonly Row[], now: readonly Row[]): string[] {
	const columns = Object.keys(rows[0] ?? {});
	return columns
		.filter((column) => {
			const values = (list: readonly Row[]) =>
				JSON.stringify(list.slice(0, rows.length).map((row) => row[column]));
			return values(rows) !== values(now);
		})
		.map((column) => `${table}.${column} is different`);
}

function namesOf(connection: Database.Database, type: 'trigger' | 'index'): string[] {
	return connection
		.prepare<[string], string>(
			`select name from sqlite_master where type = ? and name not like 'sqlite\\_%' escape '\\' order by name`
		)
		.pluck()
		.all(type);
}
