import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	databaseImage,
	rawConnection,
	rowsOf,
	tableNames
} from '../../../../tests/support/database.ts';
import { columnsOf, fillTables } from '../../../../tests/support/fill-tables.ts';
import { databaseOutcomeOf } from '../../../../tests/support/refusals.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { migrateDatabase } from './migrate.ts';

/** Happenings that are changed in place: evidence is withdrawn. */
const CHANGED_IN_PLACE = ['evidence'];

const APPEND_ONLY = tablesWith('no_update');
const KEPT = tablesWith('no_delete');

let app: TestApp;

beforeEach(() => {
	app = openTestApp();
	fillTables(rawConnection(app), 3);
});

describe.each(APPEND_ONLY)('%s', (table) => {
	test('refuses to change any column of any row', async () => {
		const before = databaseImage(app);
		for (const { name } of columnsOf(rawConnection(app), table)) {
			await isRefused(`update "${table}" set "${name}" = "${name}"`);
		}
		expect(databaseImage(app)).toBe(before);
	});
});

describe.each(KEPT)('%s', (table) => {
	test('refuses to let a row go, or to put another in its place', async () => {
		const before = databaseImage(app);
		expect(rowsOf(app, table)).toHaveLength(3);
		await isRefused(`delete from "${table}"`);
		await isRefused(`replace into "${table}" select * from "${table}"`);
		expect(databaseImage(app)).toBe(before);
	});
});

test('what happened is never changed: every table whose rows say at what instant and on what day', () => {
	const raw = rawConnection(app);
	const happenings = tableNames(raw).filter((table) => {
		const columns = columnsOf(raw, table).map(({ name }) => name);
		return columns.includes('at') && columns.includes('on_day');
	});
	expect(happenings.length).toBeGreaterThan(8);
	expect([...APPEND_ONLY, ...CHANGED_IN_PLACE]).toEqual(expect.arrayContaining(happenings));
	expect(KEPT).toEqual(expect.arrayContaining([...APPEND_ONLY, 'assignment', 'person']));
});

test('what was said and received is never changed either', () => {
	expect(APPEND_ONLY).toEqual(expect.arrayContaining(['recommendation_wording', 'stored_file']));
});

test('a part of a recommendation is moved and retired, and nothing else of it ever changes', async () => {
	const raw = rawConnection(app);
	const { id } = raw
		.prepare<[], { id: number }>(
			`insert into recommendation_part (recommendation_id, label, text, position, from_day)
			select min(id), 'a', 'Standing', 1, '2026-03-02' from recommendation returning id`
		)
		.get()!;
	const isPart = `where id = ${id}`;
	for (const change of [`label = 'b'`, `text = 'Reworded'`, `from_day = '2026-03-03'`]) {
		await isRefused(`update recommendation_part set ${change} ${isPart}`);
	}
	raw.exec(`update recommendation_part set position = 2 ${isPart}`);
	raw.exec(`update recommendation_part set to_day = '2026-04-01' ${isPart}`);
	await isRefused(`update recommendation_part set to_day = null ${isPart}`);
});

async function isRefused(statement: string): Promise<void> {
	const write = app.db.write((tx) => tx.run(statement));
	expect(await databaseOutcomeOf(write), statement).toBe('SQLITE_CONSTRAINT_TRIGGER');
}

/** Told by the names of their triggers; that none gets lost is for the test of the migrations to see. */
function tablesWith(refusal: 'no_update' | 'no_delete'): string[] {
	const connection = new Database(':memory:');
	migrateDatabase(connection);
	const tables = connection
		.prepare<[string], string>(
			`select tbl_name from sqlite_master where type = 'trigger' and name = tbl_name || '_' || ? order by 1`
		)
		.pluck()
		.all(refusal);
	connection.close();
	return tables;
}
