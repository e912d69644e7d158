import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { anAssignment, anOrganisation } from '../../../../tests/support/builders.ts';
import { rawConnection } from '../../../../tests/support/database.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { isOneOfThese } from './queries/assignment-filter.ts';
import { rememberParts } from './remember-parts.ts';
import { assignment, organisation, setting } from './schema/tables.ts';

let app: TestApp;
let asked: (readonly number[] | null)[];
let ids: { id: number; recommendationId: number }[];

const readMoves = rememberParts(async (db, only) => {
	asked.push(only);
	const rows = await db
		.select({ recommendationId: assignment.recommendationId, moves: assignment.deadlineMoves })
		.from(assignment)
		.where(isOneOfThese(only));
	return new Map(rows.map(({ recommendationId, moves }) => [recommendationId, moves]));
});

beforeEach(async () => {
	app = openTestApp();
	asked = [];
	const kent = await anOrganisation(app, 'KENT');
	for (const number of [1, 2, 3]) await anAssignment(app, kent, { number });
	ids = await app.db.read
		.select({ id: assignment.id, recommendationId: assignment.recommendationId })
		.from(assignment);
	expect((await readMoves(app.db.read)).size).toBe(3);
	asked = [];
});

const move = (index: number, moves: number) =>
	app.db.write((tx) =>
		tx.update(assignment).set({ deadlineMoves: moves }).where(eq(assignment.id, ids[index]!.id))
	);

test('only what was changed is read again, and once', async () => {
	await move(1, 4);
	for (let time = 0; time < 2; time++) {
		expect((await readMoves(app.db.read)).get(ids[1]!.recommendationId)).toBe(4);
	}
	expect(asked).toEqual([[ids[1]!.recommendationId]]);
});

test('what is never counted is no reason to read anything', async () => {
	await app.db.write((tx) => tx.insert(setting).values({ key: 'colour', value: 'red' }));
	await readMoves(app.db.read);
	expect(asked).toEqual([]);
});

test('after a change of what is of no recommendation, and of another process, all is read', async () => {
	await app.db.write((tx) => tx.update(organisation).set({ name: 'Kent Constabulary' }));
	await readMoves(app.db.read);
	rawConnection(app).exec(`update assignment set deadline_moves = 7 where id = ${ids[2]!.id}`);
	expect((await readMoves(app.db.read)).get(ids[2]!.recommendationId)).toBe(7);
	expect(asked).toEqual([null, null]);
});

test('what was taken back was never there, and what is not committed is not seen', async () => {
	const failing = app.db.write(async (tx) => {
		await tx.update(assignment).set({ deadlineMoves: 9 });
		expect([...(await readMoves(app.db.read)).values()]).toEqual([0, 0, 0]);
		throw new Error('taken back');
	});
	await expect(failing).rejects.toThrow('taken back');
	await readMoves(app.db.read);
	expect(asked).toEqual([]);
	await app.db.write(async (tx) => {
		await tx.update(assignment).set({ deadlineMoves: 5 });
		await readMoves(app.db.read);
		expect([...(await readMoves(tx)).values()]).toEqual([5, 5, 5]);
	});
	expect([...(await readMoves(app.db.read)).values()]).toEqual([5, 5, 5]);
});

test('whoever has not looked for long reads everything', async () => {
	for (let time = 1; time <= 2100; time++) await move(0, time);
	expect((await readMoves(app.db.read)).get(ids[0]!.recommendationId)).toBe(2100);
	expect(asked).toEqual([null]);
});

test('a reading that fails is not kept', async () => {
	let fails = true;
	const read = rememberParts(async () => {
		if (fails) throw new Error('busy');
		return new Map([[1, 'read']]);
	});
	await expect(read(app.db.read)).rejects.toThrow('busy');
	fails = false;
	expect((await read(app.db.read)).get(1)).toBe('read');
});
