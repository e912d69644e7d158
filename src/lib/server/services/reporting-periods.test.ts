import { addDays, plainDate } from '#lib/domain/plain-date.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { anAssignment } from '../../../../tests/support/builders.ts';
import { databaseImage, rowsOf } from '../../../../tests/support/database.ts';
import {
	openScene,
	ROLE_NAMES,
	stage,
	type Scene,
	type Staged
} from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { assignment } from '../db/schema/assignment.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { inspection } from '../db/schema/inspection.ts';
import { runJob } from '../jobs/run-job.ts';
import { keepPeriods } from '../jobs/keep-reporting-periods.ts';
import { moveAssignment } from './assignment-moves.ts';
import {
	closeReportingPeriod,
	keepReportingPeriods,
	openReportingPeriod
} from './reporting-periods.ts';
import { addUpdate } from './progress-updates.ts';

const APRIL = { opensOn: plainDate('2026-04-01'), closesOn: plainDate('2026-04-30') };

let app: TestApp;
let scene: Scene;
let kent: Staged;
let essex: Staged;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	kent = await stage(app, scene, 'in-progress');
	essex = await stage(app, scene, 'not-started', 7, scene.essex);
	app.goTo('2026-04-01');
});

describe('opening', () => {
	test('asks every organisation for what it had to do before that day, and says so in the trail', async () => {
		const claimed = await stage(app, scene, 'in-progress', 1);
		await app.db.write((tx) =>
			tx
				.update(assignment)
				.set({ status: 'reported-complete' })
				.where(eq(assignment.id, claimed.id))
		);
		await stage(app, scene, 'confirmed', 2);
		await stage(app, scene, 'in-progress', 3);
		expect(await openReportingPeriod(app, null, 'OIC', APRIL)).toBe(2);
		expect(owed()).toEqual([
			[kent.id, null, null],
			[essex.id, null, null]
		]);
		expect(await lastSentence()).toBe(
			'The service opened a reporting period for OIC, from 1 April 2026 to 30 April 2026, with updates owed: 2.'
		);
	});

	test('some days late settles what was reported since the first day', async () => {
		app.goTo('2026-04-07');
		await report(kent);
		app.goTo('2026-04-09');
		await openReportingPeriod(app, null, 'OIC', APRIL);
		expect(owed()).toEqual([
			[kent.id, 'reported', '2026-04-07'],
			[essex.id, null, null]
		]);
	});

	test.each([
		['2026-04-30', '2026-04-01', 'period-ends-before-it-opens'],
		['2026-04-02', '2026-04-30', 'period-opens-later'],
		['2026-03-01', '2026-03-31', 'period-is-over'],
		['2026-02-02', '2026-04-30', 'nothing-owed']
	])('from %s to %s is refused as %s, and nothing is stored', async (opensOn, closesOn, code) => {
		const before = databaseImage(app);
		const period = { opensOn: plainDate(opensOn), closesOn: plainDate(closesOn) };
		await expect(openReportingPeriod(app, null, 'OIC', period)).rejects.toMatchObject({ code });
		expect(databaseImage(app)).toBe(before);
	});

	test('beside one that runs, or of no inspection, is refused', async () => {
		await openReportingPeriod(app, null, 'OIC', APRIL);
		const more = { opensOn: APRIL.opensOn, closesOn: plainDate('2026-05-31') };
		await expect(openReportingPeriod(app, null, 'OIC', more)).rejects.toMatchObject({
			code: 'period-overlaps'
		});
		await expect(openReportingPeriod(app, null, 'XYZ', APRIL)).rejects.toMatchObject({
			code: 'not-found'
		});
	});
});

describe('what is owed', () => {
	beforeEach(() => openReportingPeriod(app, null, 'OIC', APRIL));

	test('is settled by an update, on its day, and once', async () => {
		app.goTo('2026-04-10');
		await report(kent);
		app.goTo('2026-04-12');
		await report(kent);
		expect(owed()).toContainEqual([kent.id, 'reported', '2026-04-10']);
	});

	test('is settled when the assignment is closed', async () => {
		app.goTo('2026-04-10');
		const command = { verb: 'set-no-further-action', reason: 'Overtaken', ...stamp(1) } as const;
		await moveAssignment(app, scene.people.inspector, essex, command);
		expect(owed()).toContainEqual([essex.id, 'closed-meanwhile', '2026-04-10']);
		app.goTo('2026-05-01');
		expect(await closeReportingPeriod(app, null, 1)).toMatchObject({ closedMeanwhile: 1 });
	});

	test('is not settled by a correction of an earlier update, nor by an update after the last day', async () => {
		app.goTo('2026-05-01');
		await report(kent);
		const [update] = rowsOf(app, 'progress_update');
		app.goTo('2026-05-02');
		await report(kent, { correctsId: Number(update!.id) });
		expect(owed()).toContainEqual([kent.id, null, null]);
	});
});

describe('closing', () => {
	beforeEach(async () => {
		await openReportingPeriod(app, null, 'OIC', APRIL);
		app.goTo('2026-04-20');
		await report(kent);
	});

	test('says once what was not reported, in one sentence with the counts', async () => {
		app.goTo('2026-05-01');
		const counts = { owed: 2, reported: 1, notReported: 1, closedMeanwhile: 0 };
		expect(await closeReportingPeriod(app, scene.people.inspector, 1, key())).toEqual(counts);
		expect(owed()).toEqual([
			[kent.id, 'reported', '2026-04-20'],
			[essex.id, 'not-reported', '2026-05-01']
		]);
		expect(await lastSentence()).toMatch(
			/^Person \d+ closed a reporting period for OIC, from 1 April 2026 to 30 April 2026: of 2 owed, 1 reported, 1 not reported, 0 closed meanwhile\.$/
		);
		const after = databaseImage(app);
		await expect(closeReportingPeriod(app, null, 1)).rejects.toMatchObject({
			code: 'period-closed'
		});
		expect(databaseImage(app)).toBe(after);
	});

	test('is not possible while the period runs', async () => {
		app.goTo('2026-04-30');
		await expect(closeReportingPeriod(app, null, 1)).rejects.toMatchObject({
			...{ code: 'period-runs', facts: { closesOn: '2026-04-30' } }
		});
	});

	test('excuses what was closed in time by whatever way, and nothing that was closed later', async () => {
		const late = await anAssignment(app, scene.kent, { number: 9 });
		await app.db.write((tx) =>
			tx.run(`insert into owed_update (period_id, assignment_id) values (1, ${late.id})`)
		);
		const close = (id: number, on: string) =>
			app.db.write((tx) =>
				tx
					.update(assignment)
					.set({ status: 'no-further-action', statusOn: plainDate(on) })
					.where(eq(assignment.id, id))
			);
		await close(essex.id, '2026-04-30');
		await close(late.id, '2026-05-01');
		app.goTo('2026-05-02');
		await closeReportingPeriod(app, null, 1);
		expect(
			owed()
				.slice(1)
				.map(([, outcome]) => outcome)
		).toEqual(['closed-meanwhile', 'not-reported']);
	});

	test('by several at once happens once', async () => {
		app.goTo('2026-05-01');
		const tries = await Promise.allSettled(
			Array.from({ length: 5 }, () => closeReportingPeriod(app, scene.people.inspector, 1, key()))
		);
		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(
			rowsOf(app, 'audit_entry').filter(({ action }) => action === 'period.close')
		).toHaveLength(1);
	});
});

describe('the clock', () => {
	beforeEach(() => app.db.write((tx) => tx.update(inspection).set({ rhythm: 'monthly' })));

	test('opens the month that is due, closes it when it has ended, and opens the next', async () => {
		expect(await runJob(keepPeriods, app)).toMatchObject({
			outcome: '1 reporting period opened, 0 closed'
		});
		app.goTo('2026-04-30');
		expect(await runJob(keepPeriods, app)).toEqual({ result: 'not-needed' });
		app.goTo('2026-05-01');
		expect(await runJob(keepPeriods, app)).toMatchObject({
			outcome: '1 reporting period opened, 1 closed'
		});
		expect(rowsOf(app, 'reporting_period')).toMatchObject([
			{ opens_on: '2026-04-01', closes_on: '2026-04-30', closed_at: app.clock.now() },
			{ opens_on: '2026-05-01', closes_on: '2026-05-31', closed_at: null }
		]);
	});

	test('closes what runs out after the rhythm was set to none, and opens nothing', async () => {
		await keepReportingPeriods(app);
		await app.db.write((tx) => tx.update(inspection).set({ rhythm: 'none' }));
		app.goTo('2026-05-01');
		expect(await keepReportingPeriods(app)).toEqual({ opened: 0, closed: 1 });
	});

	test('opens nothing where nobody would owe anything', async () => {
		await app.db.write((tx) => tx.update(assignment).set({ status: 'confirmed' }));
		const before = databaseImage(app);
		expect(await keepReportingPeriods(app)).toEqual({ opened: 0, closed: 0 });
		expect(databaseImage(app)).toBe(before);
	});
});

const ALLOWED = ['inspector', 'inspector and own lead'];

test.each(ROLE_NAMES)('%s opens and closes only as an inspector', async (role) => {
	const actor = scene.people[role];
	const tries = [
		() => openReportingPeriod(app, actor, 'OIC', APRIL, key()),
		() => closeReportingPeriod(app, actor, 1, key())
	];
	for (const [index, attempt] of tries.entries()) {
		if (index === 1) app.goTo(addDays(APRIL.closesOn, 1));
		const before = databaseImage(app);
		if (ALLOWED.includes(role)) {
			await attempt();
			continue;
		}
		await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' });
		expect(databaseImage(app)).toBe(before);
	}
});

test('each form is carried out once', async () => {
	const { inspector } = scene.people;
	const twice = key();
	await openReportingPeriod(app, inspector, 'OIC', APRIL, twice);
	await expect(openReportingPeriod(app, inspector, 'OIC', APRIL, twice)).rejects.toMatchObject({
		code: 'already-submitted'
	});
	app.goTo('2026-05-01');
	const other = key();
	await closeReportingPeriod(app, inspector, 1, other);
	await expect(closeReportingPeriod(app, inspector, 1, other)).rejects.toMatchObject({
		code: 'already-submitted'
	});
});

function key() {
	return { submissionKey: aKey() };
}

function stamp(version: number) {
	return { version, ...key() };
}

async function report(staged: Staged, over: { correctsId?: number } = {}): Promise<void> {
	const [row] = await app.db.read.select().from(assignment).where(eq(assignment.id, staged.id));
	const actor = scene.people[staged === essex ? 'foreign lead' : 'own lead'];
	await addUpdate(app, actor, staged, { narrative: 'Done some', ...stamp(row!.version), ...over });
}

function owed() {
	return rowsOf(app, 'owed_update').map((row) => [row.assignment_id, row.outcome, row.outcome_on]);
}

async function lastSentence(): Promise<string | undefined> {
	const entries = await app.db.read.select().from(auditEntry);
	return entries.at(-1)?.sentence;
}
