import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Refusal } from '#lib/domain/refusal.ts';
import Database from 'better-sqlite3';
import { count, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { databaseImage, rowsOf, selectEverything } from '../../../../tests/support/database.ts';
import { databaseOutcomeOf } from '../../../../tests/support/refusals.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { openDatabase, type Queryable } from './open.ts';
import { setting } from './schema/service.ts';

let app: TestApp;

beforeEach(() => {
	app = openTestApp();
});

describe('write', () => {
	test('queues: of fifty increments at once none is lost', async () => {
		await app.db.write((tx) => put(tx, 'counter', 0));
		await Promise.all(
			Array.from({ length: 50 }, () =>
				app.db.write(async (tx) => {
					const value = await get(tx, 'counter');
					await turn();
					await put(tx, 'counter', Number(value) + 1);
				})
			)
		);
		expect(await get(app.db.read, 'counter')).toBe('50');
	});

	test('answers what the work returns, in the order of the calls', async () => {
		const finished: number[] = [];
		const answers = await Promise.all(
			[30, 20, 10].map((value, index) =>
				app.db.write(async () => {
					for (let turns = 0; turns < value; turns += 1) await turn();
					finished.push(index);
					return value;
				})
			)
		);
		expect(answers).toEqual([30, 20, 10]);
		expect(finished).toEqual([0, 1, 2]);
	});

	test('inside a write is a bug, at once or later, and unwinds the outer one', async () => {
		const before = databaseImage(app);
		const nested = (wait: () => Promise<unknown>) =>
			app.db.write(async (tx) => {
				await put(tx, 'outer', 1);
				await wait();
				await app.db.write((inner) => put(inner, 'inner', 1));
			});
		await expect(nested(async () => undefined)).rejects.toThrow('A write inside a write');
		await expect(nested(() => turn())).rejects.toThrow('A write inside a write');
		expect(databaseImage(app)).toBe(before);
	});

	test('after a write, or beside one, is none', async () => {
		await app.db.write((tx) => put(tx, 'first', 1));
		await Promise.all([
			app.db.write(async (tx) => {
				await turn();
				await put(tx, 'second', 2);
			}),
			app.db.write((tx) => put(tx, 'third', 3))
		]);
		expect(rowsOf(app, 'setting')).toHaveLength(3);
	});

	test.each([
		['a bug thrown at once', (): never => fail(new TypeError('a bug'))],
		['a bug thrown later', async () => turn().then(() => fail(new TypeError('a bug')))],
		['a refusal', () => fail(new Refusal('stale'))]
	])('unwinds on %s, and the next one works', async (_, misfortune) => {
		const before = databaseImage(app);
		const work = app.db.write(async (tx) => {
			await put(tx, 'lost', 1);
			await misfortune();
		});
		await expect(work).rejects.toThrow();
		expect(databaseImage(app)).toBe(before);
		await app.db.write((tx) => put(tx, 'kept', 1));
		expect(rowsOf(app, 'setting')).toEqual([{ key: 'kept', value: '1' }]);
	});

	test('unwinds on a statement that the database refuses', async () => {
		const before = databaseImage(app);
		const work = app.db.write(async (tx) => {
			await put(tx, 'lost', 1);
			await tx.run(sql`insert into submission (key, person_id, at) values ('k', 4711, 0)`);
		});
		await expect(work).rejects.toThrow();
		expect(databaseImage(app)).toBe(before);
	});
});

describe('read', () => {
	test('sees what is committed, and nothing of a write that goes on or unwinds', async () => {
		const seen: number[] = [];
		const look = async () => {
			const [row] = await app.db.read.select({ rows: count() }).from(setting);
			seen.push(row!.rows);
		};
		await app.db.write(async (tx) => {
			await put(tx, 'one', 1);
			await look();
			await turn();
			await look();
		});
		await look();
		await app.db
			.write(async (tx) => {
				await put(tx, 'two', 2);
				await look();
				throw new Refusal('stale');
			})
			.catch(() => undefined);
		await look();
		expect(seen).toEqual([0, 0, 1, 1, 1]);
	});

	test('cannot write', async () => {
		expect(await databaseOutcomeOf(put(app.db.read, 'key', 1))).toBe('SQLITE_READONLY');
	});
});

test('statements are counted on both connections', async () => {
	const { result, queries } = await countQueries(app, async () => {
		await app.db.write((tx) => put(tx, 'key', 'value'));
		await get(app.db.read, 'key');
		return get(app.db.read, 'key');
	});
	expect(result).toBe('value');
	expect(queries).toBe(3);
});

test('the connections are durable, hold foreign keys and wait for a lock', async () => {
	const pragma = (name: string, db: Queryable) => db.get<Record<string, unknown>>(`pragma ${name}`);
	await app.db.write((tx) => {
		expect(Object.values(pragma('synchronous', tx))).toEqual([2]);
		expect(Object.values(pragma('journal_mode', tx))).toEqual(['wal']);
		expect(Object.values(pragma('foreign_keys', tx))).toEqual([1]);
		expect(Object.values(pragma('recursive_triggers', tx))).toEqual([1]);
		expect(Object.values(pragma('busy_timeout', tx))).toEqual([5000]);
	});
	expect(Object.values(pragma('busy_timeout', app.db.read))).toEqual([5000]);
});

test('what is written is there when the database is opened again', async () => {
	const file = join(app.config.dataDir, 'deeper', 'second.db');
	const first = openDatabase(file);
	await first.write((tx) => put(tx, 'key', 'value'));
	first.close();
	const second = openDatabase(file);
	expect(await get(second.read, 'key')).toBe('value');
	second.close();
});

test('a backup is a whole register of one moment, taken while writes go on', async () => {
	await app.db.write(async (tx) => {
		for (let index = 0; index < 500; index += 1) await put(tx, `row ${index}`, 'x'.repeat(2_000));
	});
	const file = join(app.config.dataDir, 'backup.db');
	const backup = app.db.backUp(file);
	const writes = Promise.all(
		[1, 2, 3].map((pair) =>
			app.db.write(async (tx) => {
				await put(tx, `left ${pair}`, 1);
				await turn();
				await put(tx, `right ${pair}`, 1);
			})
		)
	);
	await Promise.all([backup, writes]);
	const copy = new Database(file, { readonly: true });
	const rows = selectEverything(copy)
		.get('setting')!
		.map((row) => String(row.key));
	const pairs = (side: string) => rows.filter((key) => key.startsWith(side)).length;
	expect(pairs('row')).toBe(500);
	expect(pairs('left')).toBe(pairs('right'));
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	copy.close();
	expect(existsSync(`${file}-journal`)).toBe(false);
});

async function put(db: Queryable, key: string, value: string | number): Promise<void> {
	await db
		.insert(setting)
		.values({ key, value: String(value) })
		.onConflictDoUpdate({ target: setting.key, set: { value: String(value) } });
}

async function get(db: Queryable, key: string): Promise<string | undefined> {
	const [row] = await db.select().from(setting).where(eq(setting.key, key));
	return row?.value;
}

function fail(error: Error): never {
	throw error;
}
