import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fillTables } from '../../../../tests/support/fill-tables.ts';
import { MIGRATIONS, migrationsFolderOf } from '../../../../tests/support/migrations.ts';
import { migrateDatabase } from './migrate.ts';
import * as tables from './schema/tables.ts';

// Columns that came without a CHECK, and whose closed list a trigger holds. What has a CHECK is schema.test's.

const LISTS = Object.values(tables as unknown as Record<string, SQLiteTable>)
	.map(getTableConfig)
	.flatMap(({ name, columns }) =>
		columns.flatMap((column) =>
			column.enumValues?.length
				? [{ table: name, column: column.name, values: [...column.enumValues] }]
				: []
		)
	);

test('there are such columns', () => {
	expect(LISTS.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([
		...['acceptance_change.acceptance', 'claim_review.basis', 'evidence.sort'],
		...['inspection.rhythm', 'one_time_link.purpose', 'organisation.region'],
		...['owner_change.duty', 'progress_update.confidence', 'recommendation_wording.kind'],
		...['status_change.basis', 'status_change.from_status', 'status_change.verb']
	]);
});

test('every column of a closed list is held to it, by a CHECK or by a trigger', () => {
	const folder = join(import.meta.dirname, 'schema');
	for (const file of globSync('*.ts', { cwd: folder })) {
		const source = readFileSync(join(folder, file), 'utf8');
		const typed = [...source.matchAll(/(\w+): text\('\w+'\)\.\$type</g)].map(([, name]) => name!);
		const free = typed.filter((name) => !source.includes(`table.${name}, `));
		expect(free, file).toEqual([]);
	}
});

describe.each(LISTS)('$table $column', ({ table, column, values }) => {
	test('is held to what the domain says now', () => {
		const connection = aRegister();
		const list = `NEW.\`${column}\` NOT IN (${values.map((value) => `'${value}'`).join(', ')})`;
		const triggers = triggersOf(connection, table, column);
		expect(triggers[`${table}_${column}_is_known`]).toContain(`\nWHEN ${list}\n`);
		const isAppendOnly = `${table}_no_update` in triggersOf(connection, table);
		const update = triggers[`${table}_${column}_stays_known`];
		expect(update === undefined).toBe(isAppendOnly);
		if (update) expect(update).toContain(`IS NOT OLD.\`${column}\` AND ${list}\n`);
	});

	test('refuses what the domain does not know, and takes the rest', () => {
		const connection = aRegister();
		fillTables(connection, 1);
		const put = (value: string) =>
			connection.transaction(() => {
				connection.pragma('defer_foreign_keys = on');
				const row = connection.prepare(`select * from "${table}" limit 1`).get() as Row;
				const rest: Row = { ...row, ...unlike(connection, table, row), [column]: value };
				delete rest.id;
				const names = Object.keys(rest);
				connection
					.prepare(
						`insert into "${table}" (${names.map((name) => `"${name}"`).join()}) values (${names.map(() => '?').join()})`
					)
					.run(Object.values(rest));
			})();
		expect(() => put('nearly')).toThrow(`${table}.${column} is not of its closed list`);
		if (values[0]) expect(() => put(values[0]!)).not.toThrow();
	});
});

test('a register with a history from before keeps it, and what it held can still be corrected', () => {
	const connection = new Database(':memory:');
	onTestFinished(() => void connection.close());
	const before = MIGRATIONS.indexOf('0012_closed_lists');
	migrateDatabase(connection, migrationsFolderOf(before));
	fillTables(connection, 3);
	const regions = () => connection.prepare('select region from organisation').pluck().all();
	const old = regions();
	expect(old).toHaveLength(3);
	migrateDatabase(connection, migrationsFolderOf(before + 1));
	expect(regions()).toEqual(old);
	connection.exec(`update organisation set name = 'Another name', region = region`);
	connection.exec(`update organisation set region = 'South East'`);
	expect(() => connection.exec(`update organisation set region = 'Wessex'`)).toThrow('closed list');
});

type Row = Record<string, unknown>;

function aRegister(): Database.Database {
	const connection = new Database(':memory:');
	onTestFinished(() => void connection.close());
	migrateDatabase(connection);
	return connection;
}

/** By name, with their text. */
function triggersOf(connection: Database.Database, table: string, column = ''): Row {
	const rows = connection
		.prepare(
			`select name, sql from sqlite_master where type = 'trigger' and tbl_name = ? and name like ?`
		)
		.all(table, `${table}_${column}%`) as { name: string; sql: string }[];
	return Object.fromEntries(rows.map(({ name, sql }) => [name, sql]));
}

/** Other values where the table takes each only once. */
function unlike(connection: Database.Database, table: string, row: Row): Row {
	const unique = connection
		.prepare<[string], string>(
			`select distinct info.name from pragma_index_list(?) list, pragma_index_info(list.name) info
				where list."unique" = 1`
		)
		.pluck()
		.all(table);
	return Object.fromEntries(
		unique.map((name) => [name, typeof row[name] === 'number' ? 7 : 'other'])
	);
}
