import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { countHandover } from '#lib/domain/succession.ts';
import type { AssignmentStatus } from '#lib/domain/status.ts';
import { endOrganisation, planOf } from '#lib/server/services/succession.ts';
import { rebuildRollups } from '#lib/server/services/rollups.ts';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aKey } from '../../../../../tests/support/assignment-facts.ts';
import { rowsOf } from '../../../../../tests/support/database.ts';
import {
	aDayOfIt,
	aPast,
	liveThrough,
	replayed,
	type Lived
} from '../../../../../tests/support/random-history.ts';
import { openScene, stage } from '../../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { dailyFlow, organisation, statusChange } from '../schema/tables.ts';
import { findFlowDifference } from './daily-flow-check.ts';

const SOUND = { missing: 0, surplus: 0, references: [] };

test('what the trigger keeps is what the days of every history end with, and what is made again is the same', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, async (past) => {
			const app = openTestApp();
			const { all } = await liveThrough(app, past);
			const kept = flowsIn(app);
			expect(kept).toEqual(all.flatMap(flowsByRecords).sort());
			expect(await findFlowDifference(app.db.read)).toEqual(SOUND);

			await app.db.write((tx) => tx.delete(dailyFlow));
			const { found, rows } = await rebuildRollups(app);
			expect(flowsIn(app)).toEqual(kept);
			expect([found.missing, found.surplus, rows]).toEqual([kept.length, 0, kept.length]);
			expect(await rebuildRollups(app)).toEqual({ found: SOUND, rows: kept.length });
		}),
		{ numRuns: 60 }
	);
});

test('summed up to a day, the flows are how many stood where that day', async () => {
	await fc.assert(
		fc.asyncProperty(aPast, aDayOfIt, async (past, day) => {
			const app = openTestApp();
			const { all } = await liveThrough(app, past);
			const stood: Partial<Record<AssignmentStatus, number>> = {};
			for (const lived of all) {
				const status = replayed(lived, day)?.status;
				if (status) stood[status] = (stood[status] ?? 0) + 1;
			}
			const summed: Partial<Record<AssignmentStatus, number>> = {};
			for (const { onDay, status, change } of await app.db.read.select().from(dailyFlow)) {
				if (onDay <= day) summed[status] = (summed[status] ?? 0) + change;
			}
			for (const status of Object.keys(summed) as AssignmentStatus[]) {
				expect(summed[status]).toBe(stood[status] ?? 0);
			}
			expect(Object.keys(summed)).toEqual(expect.arrayContaining(Object.keys(stood)));
		}),
		{ numRuns: 40 }
	);
});

test('a row that is gone, one that is wrong and one too many are found, told apart by assignment, and put right', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'confirmed', 1);
	await stage(app, scene, 'in-progress', 2);
	await stage(app, scene, 'not-started', 3);
	const kept = flowsIn(app);
	await app.db.write(async (tx) => {
		const [gone] = await tx.select().from(dailyFlow).where(eq(dailyFlow.status, 'confirmed'));
		await tx.delete(dailyFlow).where(eq(dailyFlow.status, 'confirmed'));
		await tx.update(dailyFlow).set({ change: 2 }).where(eq(dailyFlow.status, 'in-progress'));
		const invented = { ...gone!, onDay: addDays(gone!.onDay, 1) };
		await tx.insert(dailyFlow).values(invented);
	});
	const difference = await findFlowDifference(app.db.read);
	expect(difference).toEqual({ missing: 2, surplus: 2, references: ['OIC-1/KENT', 'OIC-2/KENT'] });
	expect((await rebuildRollups(app)).found).toEqual(difference);
	expect(flowsIn(app)).toEqual(kept);
});

test('while the counts are made again, others write, and what they write is counted', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	const bodies = [scene.kent, scene.essex];
	const staged = [];
	for (const number of [1, 2, 3, 4, 5]) {
		for (const body of bodies) staged.push(await stage(app, scene, 'in-progress', number, body));
	}
	await app.db.write((tx) => tx.delete(dailyFlow));
	const order: string[] = [];
	app.goTo('2026-04-01');
	const busy = { ...app.db, write: logged(app, () => order.push('rebuilt')) };
	const rebuilding = rebuildRollups({ ...app, db: busy }, 1).then((made) => {
		order.push('done');
		return made;
	});
	const writing = staged.map(async ({ id }) => {
		await app.db.write((tx) =>
			tx.insert(statusChange).values({
				...{ assignmentId: id, at: app.clock.now(), onDay: plainDate('2026-04-01') },
				...{ fromStatus: 'in-progress', toStatus: 'reported-complete', verb: 'report-complete' }
			} as never)
		);
		order.push('written');
	});
	const [{ found }] = await Promise.all([rebuilding, ...writing]);
	expect(found.references).toHaveLength(staged.length);
	const lastRebuilt = order.lastIndexOf('rebuilt');
	expect(order.indexOf('written'), order.join(' ')).toBeLessThan(lastRebuilt);
	expect(await findFlowDifference(app.db.read)).toEqual(SOUND);
	expect(flowsIn(app).filter((row) => row.includes('2026-04-01'))).toHaveLength(staged.length * 2);
});

test('a sound register is looked at without a single write', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	for (const number of [1, 2, 3]) await stage(app, scene, 'confirmed', number);
	let writes = 0;
	const db = { ...app.db, write: logged(app, () => (writes += 1)) };
	expect((await rebuildRollups({ ...app, db }, 2)).found).toEqual(SOUND);
	expect(writes).toBe(0);
});

test('a body that hands over to its successor leaves the flows as the history has them', async () => {
	const app = openTestApp();
	const scene = await openScene(app);
	await stage(app, scene, 'in-progress', 1);
	await stage(app, scene, 'reported-complete', 2);
	await stage(app, scene, 'confirmed', 1, scene.essex);
	app.goTo('2026-04-01');
	const [kent] = await app.db.read
		.select({ id: organisation.id })
		.from(organisation)
		.where(eq(organisation.code, 'KENT'));
	await endOrganisation(app, scene.people.administrator, 'KENT', {
		...{ successor: 'ESSEX', lastDay: plainDate('2026-03-31'), reason: 'The forces merge.' },
		seen: countHandover(await planOf(app.db.read, kent!.id, scene.essex)),
		submissionKey: aKey()
	});
	expect(flowsIn(app).filter((row) => row.includes('2026-04-01')).length).toBeGreaterThan(3);
	expect(await findFlowDifference(app.db.read)).toEqual(SOUND);
});

/** The app's own way to write, telling of each transaction that ended. */
function logged(app: TestApp, tell: () => void): TestApp['db']['write'] {
	return async (work) => {
		const result = await app.db.write(work);
		tell();
		return result;
	};
}

/** By looking at the records themselves. */
function flowsByRecords(lived: Lived): string[] {
	const days = [...new Set(lived.history.statuses.map(({ onDay }) => onDay))];
	return days.flatMap((day) => {
		const before = replayed(lived, addDays(day, -1))?.status;
		const after = replayed(lived, day)!.status;
		if (before === after) return [];
		const rows = [line(lived.id, day, after, 1)];
		return before ? [...rows, line(lived.id, day, before, -1)] : rows;
	});
}

function flowsIn(app: TestApp): string[] {
	const rows = rowsOf(app, 'daily_flow') as Record<string, string | number>[];
	return rows
		.map((row) => line(row['assignment_id']!, row['on_day']!, row['status']!, row['change']!))
		.sort();
}

function line(...cells: (string | number)[]): string {
	return cells.join(' ');
}
