import type Database from 'better-sqlite3';
import { tableNames } from './database.ts';

interface Column {
	readonly name: string;
	readonly type: string;
	/** 1 where it may not be null. */
	readonly notnull: number;
	/** 1 where it is the primary key. */
	readonly pk: number;
}

interface ForeignKey {
	readonly from: string;
	readonly to: string;
	readonly table: string;
}

/**
 * Writes `howMany` rows into every table there is, whatever its columns are: parents before children, a
 * value of its closed list where a column has one, a day where its name says so. Knows only the database,
 * so that it fills the state after any migration.
 */
export function fillTables(connection: Database.Database, howMany: number): void {
	for (const table of parentsFirst(connection)) {
		for (let index = 0; index < howMany; index += 1) insertRow(connection, table, index);
	}
}

/** The values that a CHECK or a trigger of the table allows in a column, in their order; null where neither does. */
export function closedList(
	connection: Database.Database,
	table: string,
	column: string
): string[] | null {
	const [{ sql }] = connection
		.prepare<[string], { sql: string }>(
			"select group_concat(sql, ';') as sql from sqlite_master where tbl_name = ? and type in ('table', 'trigger')"
		)
		.all(table) as [{ sql: string }];
	const list = new RegExp(`["\`]${column}["\`] (?:NOT )?in \\(([^)]*)\\)`, 'i').exec(sql)?.[1];
	return list === undefined ? null : [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value!);
}

export function columnsOf(connection: Database.Database, table: string): Column[] {
	return connection.pragma(`table_info("${table}")`) as Column[];
}

export function foreignKeysOf(connection: Database.Database, table: string): ForeignKey[] {
	return connection.pragma(`foreign_key_list("${table}")`) as ForeignKey[];
}

function insertRow(connection: Database.Database, table: string, index: number): void {
	const keys = new Map(foreignKeysOf(connection, table).map((key) => [key.from, key]));
	const columns = columnsOf(connection, table);
	const values = columns.map((column) => {
		const key = keys.get(column.name);
		if (key) return key.table === table ? null : parentValue(connection, key, index);
		return closedList(connection, table, column.name)?.[0] ?? valueOf(column, index);
	});
	const names = columns.map(({ name }) => `"${name}"`).join(', ');
	const places = columns.map(() => '?').join(', ');
	connection.prepare(`insert into "${table}" (${names}) values (${places})`).run(values);
}

function parentValue(connection: Database.Database, key: ForeignKey, index: number): unknown {
	return connection
		.prepare(`select "${key.to ?? 'id'}" from "${key.table}" order by rowid limit 1 offset ?`)
		.pluck()
		.get(index);
}

function valueOf({ name, type, pk }: Column, index: number): unknown {
	if (type === 'INTEGER') return pk ? 100 + index : 1_750_000_000_000 + index;
	if (type === 'BLOB') return Buffer.from(`${name} ${index}`);
	if (/_(on|day)$|^valid_/.test(name)) return `2026-01-${String(10 + index)}`;
	return `${name} ${index} – ŵ ż “quoted”`;
}

function parentsFirst(connection: Database.Database): string[] {
	const waiting = new Set(tableNames(connection));
	const sorted: string[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting].filter((table) =>
			foreignKeysOf(connection, table).every(
				(key) => key.table === table || !waiting.has(key.table)
			)
		);
		if (ready.length === 0) throw new Error(`In a circle: ${[...waiting].join(', ')}`);
		for (const table of ready) {
			sorted.push(table);
			waiting.delete(table);
		}
	}
	return sorted;
}
