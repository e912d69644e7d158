import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciles } from '#lib/domain/movement.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { movesFrom, type AssignmentStatus } from '#lib/domain/status.ts';
import { assignment, statusChange } from '#lib/server/db/schema/tables.ts';
import { eq } from 'drizzle-orm';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { countQueries, PAGE_QUERIES } from '../../../../tests/support/count-queries.ts';
import { noonOf, openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { londonDay } from '#lib/domain/plain-date.ts';
import { readSummary } from './summary.ts';

/** A walk through the table of moves: on each day given, the move of that index from where it stands. */
async function live(app: TestApp, id: number, days: number[], picks: number[]): Promise<void> {
	let status: AssignmentStatus = 'not-started';
	for (const [index, offset] of days.entries()) {
		const moves = movesFrom(status);
		const move = moves[(picks[index] ?? 0) % moves.length];
		if (!move) continue;
		const at = noonOf('2026-01-01') + offset * 86_400_000;
		await app.db.write(async (tx) => {
			await tx.insert(statusChange).values({
				assignmentId: id,
				at,
				onDay: londonDay(at),
				verb: move.verb,
				fromStatus: status,
				toStatus: move.to
			});
			await tx
				.update(assignment)
				.set({ status: move.to, statusOn: londonDay(at) })
				.where(eq(assignment.id, id));
		});
		status = move.to;
	}
}

test('the movement adds up from any day, for each recommendation and all together', async () => {
	const walk = fc.record({
		days: fc.array(fc.integer({ min: 1, max: 59 }), { maxLength: 8 }),
		picks: fc.array(fc.nat(20), { minLength: 8, maxLength: 8 })
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(walk, { minLength: 1, maxLength: 6 }),
			fc.integer({ min: 0, max: 58 }),
			async (walks, sinceOffset) => {
				const app = openTestApp();
				app.goTo('2026-01-01');
				const inspector = await aPerson(app, 'inspector');
				for (const [index, { days, picks }] of walks.entries()) {
					const body = await anOrganisation(app, `B${index}X`);
					const { id } = await anAssignment(app, body, { number: 1 + (index % 2) });
					await live(
						app,
						id,
						[...days].sort((a, b) => a - b),
						picks
					);
				}
				app.goTo('2026-03-02');
				const since = londonDay(noonOf('2026-01-01') + sinceOffset * 86_400_000);
				const summary = await readSummary(app, inspector, { since });
				expect(reconciles(summary.movement)).toBe(true);
				for (const row of summary.rows) expect(reconciles(row.movement!)).toBe(true);
			}
		),
		{ numRuns: 25 }
	);
});

test('a summary costs no more queries than a page may, with what the session takes', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	for (const number of [1, 2, 3]) await anAssignment(app, kent, { number });
	const inspector = await aPerson(app, 'inspector');
	const { queries } = await countQueries(app, () => readSummary(app, inspector, {}));
	expect(queries + 1).toBeLessThanOrEqual(PAGE_QUERIES);
});

test('somebody of one body gets that body, and no other however it is asked for', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	const essex = await anOrganisation(app, 'ESSEX');
	await anAssignment(app, kent);
	await anAssignment(app, essex, { status: 'confirmed' });
	const lead = await aPerson(app, ['lead', kent]);
	const summary = await readSummary(app, lead, {});
	expect(summary.body?.code).toBe('KENT');
	expect(summary.counts.statuses.confirmed).toBe(0);
	await expect(readSummary(app, lead, { organisation: 'ESSEX' })).rejects.toMatchObject({
		code: 'not-found'
	});
});

test('a day from which to count that lies ahead counts from today', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	const inspector = await aPerson(app, 'inspector');
	const { since, today } = await readSummary(app, inspector, { since: plainDate('2030-01-01') });
	expect(since).toBe(today);
});
