import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { selectEverything, tableNames } from '../../../../tests/support/database.ts';
import { fillTables } from '../../../../tests/support/fill-tables.ts';
import { lossesOf, takeStock } from '../../../../tests/support/keeps-rows.ts';
import { MIGRATIONS, migrationsFolderOf } from '../../../../tests/support/migrations.ts';
import { openTestApp } from '../../../../tests/support/test-app.ts';
import { migrateDatabase } from './migrate.ts';

/** Tables, columns, triggers or indexes that a migration takes away on purpose, by its name. */
const TAKEN_AWAY: Readonly<Record<string, readonly string[]>> = {};

test.each(MIGRATIONS.map((name, index) => [name, index] as const))(
	'%s keeps every row of a register filled before it',
	(name, index) => {
		const connection = aDatabase();
		migrateDatabase(connection, migrationsFolderOf(index));
		fillTables(connection, 3);
		const before = takeStock(connection);
		migrateDatabase(connection, migrationsFolderOf(index + 1));
		expect(lossesOf(before, takeStock(connection))).toEqual(TAKEN_AWAY[name] ?? []);
		expect(connection.pragma('foreign_key_check')).toEqual([]);
		expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
	}
);

describe('that proof fails', () => {
	test.each([
		['loses rows', ['delete from setting where rowid = 2'], 'setting lost rows'],
		['drops a table', ['drop table throttle'], 'the table throttle is gone'],
		['changes a value', [`update outbox set body = ''`], 'outbox.body is different'],
		[
			'drops a trigger',
			['drop trigger waiting_no_delete'],
			'the trigger waiting_no_delete is gone'
		],
		['drops an index', ['drop index waiting_on'], 'the index waiting_on is gone'],
		['drops a column', ['alter table post_holder drop column to_day_2'], 'post_holder.to_day_2']
	])('for a migration that %s', (_, statements, loss) => {
		const connection = aDatabase();
		migrateDatabase(connection, migrationsFolderOf(MIGRATIONS.length));
		connection.exec('alter table post_holder add column to_day_2 text');
		fillTables(connection, 3);
		const before = takeStock(connection);
		migrateDatabase(connection, migrationsFolderOf(MIGRATIONS.length, statements));
		expect(lossesOf(before, takeStock(connection)).join()).toContain(loss);
	});
});

describe('a migration', () => {
	test('that rebuilds a parent leaves its children alone', () => {
		const connection = aFullDatabase();
		const before = selectEverything(connection);
		migrateDatabase(
			connection,
			migrationsFolderOf(MIGRATIONS.length, [
				'CREATE TABLE `__new_post` (`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL, `organisation_id` integer NOT NULL, `title` text NOT NULL, `note` text, FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`)) STRICT',
				'INSERT INTO `__new_post` (`id`, `organisation_id`, `title`) SELECT `id`, `organisation_id`, `title` FROM `post`',
				'DROP TABLE `post`',
				'ALTER TABLE `__new_post` RENAME TO `post`'
			])
		);
		const after = selectEverything(connection);
		for (const table of ['post_holder', 'owner_change', 'assignment']) {
			expect(after.get(table)).toEqual(before.get(table));
		}
		expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
	});

	test.each([
		['breaks a foreign key', ['delete from inspection where id = 100'], 'broke'],
		['fails half way', ['drop table outbox', 'insert into nowhere values (1)'], 'no such table']
	])('that %s is not kept, nor is the one before it', (_, statements, message) => {
		const connection = aFullDatabase();
		const before = connection.serialize();
		const folder = migrationsFolderOf(MIGRATIONS.length, ['drop table throttle'], statements);
		expect(() => migrateDatabase(connection, folder)).toThrow(message);
		expect(connection.serialize().equals(before)).toBe(true);
		expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
	});

	test('is applied once', () => {
		const connection = aFullDatabase();
		const before = connection.serialize();
		migrateDatabase(connection);
		expect(connection.serialize().equals(before)).toBe(true);
	});

	test('of a newer release than this one stops the start', () => {
		const connection = aDatabase();
		migrateDatabase(connection, migrationsFolderOf(MIGRATIONS.length, ['drop table throttle']));
		expect(() => migrateDatabase(connection)).toThrow('newer release');
		expect(tableNames(connection)).not.toContain('throttle');
	});
});

test('two processes that open the same new register at once both find it whole', async () => {
	const { dataDir } = openTestApp().config;
	const file = JSON.stringify(join(dataDir, 'new.db'));
	const script = `
		import { openDatabase } from '#lib/server/db/open.ts';
		const db = openDatabase(${file});
		console.log(Object.values(db.read.get('select count(*) from __drizzle_migrations'))[0]);
		db.close();`;
	const answers = await Promise.all(
		[1, 2].map(() =>
			promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
		)
	);
	expect(answers.map(({ stdout }) => Number(stdout))).toEqual([
		MIGRATIONS.length,
		MIGRATIONS.length
	]);
}, 60_000);

function aDatabase(): Database.Database {
	const connection = new Database(':memory:');
	onTestFinished(() => void connection.close());
	return connection;
}

function aFullDatabase(): Database.Database {
	const connection = aDatabase();
	migrateDatabase(connection);
	fillTables(connection, 3);
	return connection;
}
