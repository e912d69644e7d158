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

/** What happened, and what was said: a later row corrects it. */
const APPEND_ONLY = [
	'acceptance_change',
	'audit_entry',
	'deadline_revision',
	'owner_change',
	'progress_update',
	'recommendation_wording',
	'status_change',
	'stored_file',
	'waiting',
	'waiting_end'
];
/** Changed in place, but never gone. */
const KEPT = ['assignment', 'evidence', 'person'];

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

describe.each([...APPEND_ONLY, ...KEPT])('%s', (table) => {
	test('refuses to let a row go, or to put another in its place', async () => {
		const before = databaseImage(app);
		expect(rowsOf(app, table)).toHaveLength(3);
		await isRefused(`delete from "${table}"`);
		await isRefused(`replace into "${table}" select * from "${table}"`);
		expect(databaseImage(app)).toBe(before);
	});
});

test('every table of happenings is among them: its rows say when and who', () => {
	const raw = rawConnection(app);
	const happenings = tableNames(raw).filter((table) => {
		const columns = columnsOf(raw, table).map(({ name }) => name);
		return ['at', 'on_day', 'actor_id'].every((name) => columns.includes(name));
	});
	expect(happenings.length).toBeGreaterThan(5);
	expect(APPEND_ONLY).toEqual(expect.arrayContaining(happenings));
});

async function isRefused(statement: string): Promise<void> {
	const write = app.db.write((tx) => tx.run(statement));
	expect(await databaseOutcomeOf(write), statement).toBe('SQLITE_CONSTRAINT_TRIGGER');
}
