import { ORPHAN_REASONS } from '#lib/domain/post.ts';
import { isOpen } from '#lib/domain/status.ts';
import { addDays } from '#lib/domain/plain-date.ts';
import { asc, eq, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aDayOfIt,
	aPast,
	FIRST_DAY,
	LAST_DAY,
	liveThrough,
	replayed
} from '../../../../../tests/support/random-history.ts';
import { openTestApp } from '../../../../../tests/support/test-app.ts';
import { countBy, sumCounts } from '../../reads/counts.ts';
import { assignment } from '../schema/assignment.ts';
import { post, postHolder } from '../schema/post.ts';
import * as tables from '../schema/tables.ts';
import { tablesAsAt } from './as-at.ts';
import { listInspections } from './inspection.ts';

describe('the register as at a day', () => {
	it('is what replaying the records by that day makes of each assignment', async () => {
		await fc.assert(
			fc.asyncProperty(aPast, aDayOfIt, async (past, day) => {
				const app = openTestApp();
				const { all } = await liveThrough(app, past);
				const rows = await app.db.asAt(day).select().from(assignment).orderBy(asc(assignment.id));
				const expected = all.flatMap((lived) => {
					const state = replayed(lived, day);
					return state ? [{ id: lived.id, ...state }] : [];
				});
				expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
				for (const [index, row] of rows.entries()) expect(row).toMatchObject(expected[index]!);
			}),
			{ numRuns: 60 }
		);
	});

	it('is as at today, and on any day to come, what the columns of today say', async () => {
		await fc.assert(
			fc.asyncProperty(aPast, async (past) => {
				const app = openTestApp();
				await liveThrough(app, past);
				const rows = await app.db.read.select().from(assignment);
				// Which version it is matters to whoever changes it, and nobody changes the past.
				const now = rows.map((row) => ({ ...row, version: 0 }));
				for (const day of [LAST_DAY, addDays(LAST_DAY, 40)]) {
					expect(await app.db.asAt(day).select().from(assignment)).toEqual(now);
				}
			}),
			{ numRuns: 25 }
		);
	});

	it('is empty before it began', async () => {
		const app = openTestApp();
		await liveThrough(app, { lives: [{ allocated: 0, deeds: [] }], holders: [] });
		const before = app.db.asAt(addDays(FIRST_DAY, -1));
		expect(await before.select().from(assignment)).toEqual([]);
		expect(await app.db.asAt(FIRST_DAY).select().from(assignment)).toHaveLength(1);
	});

	it('names whoever held the post then, and nobody where nobody did', async () => {
		await fc.assert(
			fc.asyncProperty(aPast, aDayOfIt, async (past, day) => {
				const app = openTestApp();
				const { holders } = await liveThrough(app, past);
				const then = holders.findLast(({ fromDay }) => fromDay <= day)?.name;
				const rows = await app.db
					.asAt(day)
					.select({ name: postHolder.name, toDay: postHolder.toDay })
					.from(post)
					.innerJoin(postHolder, eq(postHolder.postId, post.id));
				const current = rows.filter(({ toDay }) => toDay === null).map(({ name }) => name);
				expect(current).toEqual(then === undefined ? [] : [then, then]);
			}),
			{ numRuns: 25 }
		);
	});

	it('counts by the same query what the same query counted on the day', async () => {
		await fc.assert(
			fc.asyncProperty(aPast, aDayOfIt, async (past, day) => {
				const app = openTestApp();
				const { all } = await liveThrough(app, past);
				const [inspection] = await listInspections(app.db.read);
				const scope = { inspectionId: inspection!.id, periods: [], today: day };
				const counts = sumCounts([
					...(await countBy(app.db.asAt(day), 'organisation', scope)).values()
				]);
				const states = all.map((lived) => replayed(lived, day)).filter((state) => state !== null);
				for (const [status, items] of Object.entries(counts.statuses)) {
					expect(states.filter((state) => state.status === status)).toHaveLength(items);
				}
				const owned = states.filter(({ status }) => isOpen(status));
				const orphans = ORPHAN_REASONS.reduce((sum, reason) => sum + counts.orphans[reason], 0);
				const nobody = owned.filter(({ ownerPostId }) => ownerPostId === null).length;
				expect(counts.orphans['no-owner']).toBe(nobody);
				expect(orphans).toBeGreaterThanOrEqual(nobody);
			}),
			{ numRuns: 25 }
		);
	});
});

describe('reading the past', () => {
	it('leaves out what was written later in every table that says when a row was written', () => {
		const shadowed = tablesAsAt(LAST_DAY);
		const dated = Object.values(tables)
			.filter((table) => is(table, SQLiteTable))
			.map((table) => getTableConfig(table as SQLiteTable))
			.filter(({ columns }) => columns.some(({ name }) => name === 'on_day' || name === 'at'));
		expect(dated.length).toBeGreaterThan(20);
		for (const { name } of dated) expect([...shadowed.keys()]).toContain(name);
	});

	it('gives every table all its columns, so that each query of today runs', async () => {
		const app = openTestApp();
		for (const table of Object.values(tables)) {
			if (!is(table, SQLiteTable)) continue;
			await app.db.asAt(LAST_DAY).select().from(table);
		}
	});

	it('cannot write', async () => {
		const app = openTestApp();
		const past = app.db.asAt(LAST_DAY);
		expect(() => past.update(assignment).set({ version: 2 }).run()).toThrow('can only be read');
	});
});
