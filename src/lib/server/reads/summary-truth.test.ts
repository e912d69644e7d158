import { filterOf } from '#lib/domain/attention.ts';
import { reconciles } from '#lib/domain/movement.ts';
import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { anAssignment, anOrganisation, aPerson } from '../../../../tests/support/builders.ts';
import { anyRegister, buildRegister } from '../../../../tests/support/random-register.ts';
import { openTestApp, TEST_DAY, type TestApp } from '../../../../tests/support/test-app.ts';
import { assignment } from '../db/schema/assignment.ts';
import { statusChange } from '../db/schema/history.ts';
import { recommendation, recommendationWording } from '../db/schema/recommendation.ts';
import { readAssignments } from './assignments.ts';
import { readSummary } from './summary.ts';

const PAGE = { sort: 'reference', descending: false, page: 1 } as const;
const TODAY = plainDate(TEST_DAY);

/** Allocated long before the days that a summary looks at. */
async function anOldAssignment(app: TestApp, organisationId: number, number = 7) {
	app.goTo('2025-10-01');
	const made = await anAssignment(app, organisationId, { number, status: 'in-progress' });
	app.goTo(TEST_DAY);
	return made;
}

async function change(
	app: TestApp,
	assignmentId: number,
	day: string,
	from: 'in-progress' | 'reported-complete',
	to: 'in-progress' | 'reported-complete' | 'confirmed'
): Promise<void> {
	app.goTo(day);
	await app.db.write(async (tx) => {
		await tx.insert(statusChange).values({
			...{ assignmentId, at: app.clock.now(), onDay: plainDate(day) },
			...{ verb: 'start', fromStatus: from, toStatus: to }
		});
		await tx
			.update(assignment)
			.set({ status: to, statusOn: plainDate(day) })
			.where(eq(assignment.id, assignmentId));
	});
	app.goTo(TEST_DAY);
}

describe('movement', () => {
	it('does not add up where the register says something else than its history, however old', async () => {
		const app = openTestApp();
		const { id } = await anOldAssignment(app, await anOrganisation(app, 'KENT'));
		const inspector = await aPerson(app, 'inspector');
		expect(reconciles((await readSummary(app, inspector, {})).movement)).toBe(true);
		await app.db.write((tx) =>
			tx.update(assignment).set({ status: 'confirmed' }).where(eq(assignment.id, id))
		);
		expect(reconciles((await readSummary(app, inspector, {})).movement)).toBe(false);
	});

	it('counts what happened after the day, and what was claimed beside it', async () => {
		const app = openTestApp();
		const inspector = await aPerson(app, 'inspector');
		const { id } = await anOldAssignment(app, await anOrganisation(app, 'KENT'));
		await anOldAssignment(app, await anOrganisation(app, 'ESSEX'));
		await change(app, id, '2026-02-10', 'in-progress', 'reported-complete');
		await change(app, id, '2026-02-20', 'reported-complete', 'confirmed');
		const since = (day: string) => readSummary(app, inspector, { since: plainDate(day) });
		const empty = { added: 0, reopened: 0, confirmed: 0, closedOtherwise: 0 };
		expect((await since('2026-02-09')).rows[0]!.movement).toEqual({
			...empty,
			...{ opening: 2, claimed: 1, confirmed: 1, closing: 1 }
		});
		expect((await since('2026-02-10')).rows[0]!.movement).toMatchObject({
			...{ opening: 2, claimed: 0, confirmed: 1, closing: 1 }
		});
		expect((await since('2026-02-20')).movement).toEqual({ ...empty, opening: 1, closing: 1 });
		expect((await since('2025-09-01')).movement).toMatchObject({ opening: 0, added: 2 });
	});
});

it('counts as exceptions exactly what the lists behind the printed addresses hold', async () => {
	await fc.assert(
		fc.asyncProperty(anyRegister(), async (shape) => {
			const app = openTestApp();
			await buildRegister(app, shape);
			const observer = await aPerson(app, 'observer');
			const { exceptions } = await readSummary(app, observer, {});
			for (const { group, total, rows } of exceptions) {
				const filter = filterOf(group);
				const { list } = await readAssignments(app, observer, 'OIC', filter, PAGE);
				expect(total, group).toBe(list.total);
				expect(rows.length, group).toBeGreaterThan(0);
			}
			const shown = exceptions.reduce((sum, { rows }) => sum + rows.length, 0);
			expect(shown).toBeLessThanOrEqual(15);
		}),
		{ numRuns: 25 }
	);
});

it('says of one body its own numbers, with those of all organisations beside them', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	await anAssignment(app, kent, { status: 'in-progress' });
	await anAssignment(app, await anOrganisation(app, 'ESSEX'), { status: 'confirmed' });
	const lead = await aPerson(app, ['lead', kent]);
	const summary = await readSummary(app, lead, {});
	expect(summary.counts.statuses).toMatchObject({ confirmed: 0, 'in-progress': 1 });
	expect(summary.national.statuses).toMatchObject({ confirmed: 1, 'in-progress': 1 });
	expect(summary.movement.closing).toBe(1);
});

it('is nobody’s who only looks after the register, or has no role', async () => {
	const app = openTestApp();
	await anAssignment(app, await anOrganisation(app, 'KENT'));
	for (const person of [await aPerson(app, 'administrator'), await aPerson(app)]) {
		await expect(readSummary(app, person, {})).rejects.toMatchObject({ code: 'not-allowed' });
	}
});

it('knows whose words the titles are, as soon as the official ones are loaded', async () => {
	const app = openTestApp();
	const kent = await anOrganisation(app, 'KENT');
	for (const number of [1, 2]) await anAssignment(app, kent, { number });
	const [first] = await app.db.read.select().from(recommendation);
	await app.db.write((tx) =>
		tx.insert(recommendationWording).values({
			...{ recommendationId: first!.id, kind: 'official', text: 'By March, forces should …' },
			...{ source: 'The report', at: app.clock.now() }
		})
	);
	const { rows } = await readSummary(app, await aPerson(app, 'inspector'), {});
	expect(rows.map((row) => row.isOfficialWording)).toEqual([true, false]);
});

it('holds sixty recommendations, and none', async () => {
	const app = openTestApp();
	const inspector = await aPerson(app, 'inspector');
	await expect(readSummary(app, inspector, {})).rejects.toMatchObject({ code: 'not-found' });
	const kent = await anOrganisation(app, 'KENT');
	for (let number = 1; number <= 60; number++) await anAssignment(app, kent, { number });
	const summary = await readSummary(app, inspector, { since: addDays(TODAY, -1) });
	expect(summary.rows.map((row) => row.reference)).toEqual(
		Array.from({ length: 60 }, (_, index) => `OIC-${index + 1}`)
	);
	expect(summary.movement).toMatchObject({ opening: 0, added: 60, closing: 60 });
});
