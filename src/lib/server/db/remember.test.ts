import { addDays, plainDate, type PlainDate } from '#lib/domain/plain-date.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { countQueries } from '../../../../tests/support/count-queries.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import type { Queryable } from './open.ts';
import { remember, rememberDays } from './remember.ts';
import { setting } from './schema/service.ts';

let app: TestApp;
let asked: number;

const readSetting = remember(async (db: Queryable, key: string) => {
	asked++;
	const [row] = await db.select().from(setting).where(eq(setting.key, key));
	return row?.value ?? null;
});

beforeEach(async () => {
	app = openTestApp();
	asked = 0;
	await app.db.write((tx) => tx.insert(setting).values({ key: 'colour', value: 'red' }));
});

async function paint(value: string): Promise<void> {
	await app.db.write((tx) => tx.update(setting).set({ value }).where(eq(setting.key, 'colour')));
}

test('the same question is read once while nothing changes, and each question by itself', async () => {
	for (let time = 0; time < 3; time++) {
		expect(await readSetting(app.db.read, 'colour')).toBe('red');
		expect(await readSetting(app.db.read, 'shape')).toBeNull();
	}
	expect(asked).toBe(2);
});

test('questions asked side by side share one reading', async () => {
	await Promise.all([1, 2, 3].map(() => readSetting(app.db.read, 'colour')));
	expect(asked).toBe(1);
});

test('a query that runs when it is awaited runs once, whoever awaits it', async () => {
	const read = remember((db: Queryable) => db.select().from(setting));
	await read(app.db.read);
	const { queries } = await countQueries(app, async () => {
		expect(await read(app.db.read)).toHaveLength(1);
	});
	expect(queries).toBe(0);
});

describe('nobody is told what no longer holds', () => {
	test('after a change of our own', async () => {
		await readSetting(app.db.read, 'colour');
		await paint('blue');
		expect(await readSetting(app.db.read, 'colour')).toBe('blue');
	});

	test('after a change by another process', async () => {
		await readSetting(app.db.read, 'colour');
		rawConnection(app).exec(`update setting set value = 'green' where key = 'colour'`);
		expect(await readSetting(app.db.read, 'colour')).toBe('green');
	});

	test('whatever is read and changed in whatever order', async () => {
		const step = fc.oneof(fc.constant(null), fc.constantFrom('red', 'blue', 'green'));
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
				for (const value of steps) {
					if (value) await paint(value);
					const [row] = await app.db.read.select().from(setting).where(eq(setting.key, 'colour'));
					expect(await readSetting(app.db.read, 'colour')).toBe(row?.value);
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('inside a transaction', () => {
	test('what it has written itself is seen', async () => {
		await readSetting(app.db.read, 'colour');
		await app.db.write(async (tx) => {
			await tx.update(setting).set({ value: 'blue' }).where(eq(setting.key, 'colour'));
			expect(await readSetting(tx, 'colour')).toBe('blue');
		});
	});

	test('that is taken back, nothing of it is kept', async () => {
		const failing = app.db.write(async (tx) => {
			await tx.update(setting).set({ value: 'blue' }).where(eq(setting.key, 'colour'));
			expect(await readSetting(tx, 'colour')).toBe('blue');
			throw new Error('taken back');
		});
		await expect(failing).rejects.toThrow('taken back');
		expect(await readSetting(app.db.read, 'colour')).toBe('red');
		await app.db.write(async (tx) => expect(await readSetting(tx, 'colour')).toBe('red'));
	});
});

test('a reading that fails is not kept', async () => {
	let fails = true;
	const read = remember(async () => {
		if (fails) throw new Error('busy');
		return 'read';
	});
	await expect(read(app.db.read)).rejects.toThrow('busy');
	fails = false;
	expect(await read(app.db.read)).toBe('read');
});

test('what is read of days is kept until anything is committed, and each day by itself', async () => {
	let read = 0;
	const readOf = rememberDays(async (db, day: PlainDate) => {
		read++;
		return (await db.asAt(day).select().from(setting)).length;
	});
	const ask = () => Promise.all([DAY, addDays(DAY, 1)].map((day) => readOf(app.db, day)));
	await ask();
	await ask();
	expect(read).toBe(2);
	await paint('blue');
	await ask();
	expect(read).toBe(4);
});

const DAY = plainDate('2026-03-02');
