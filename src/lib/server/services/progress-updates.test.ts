import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { ASSIGNMENT_STATUSES, isOpen, moveOf } from '#lib/domain/status.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import {
	databaseImage,
	lastRowOf,
	rawConnection,
	rowsOf
} from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { anUpdate } from '../../../../tests/support/writing.ts';
import { findDisagreements } from '../db/queries/projection.ts';
import { assignment } from '../db/schema/assignment.ts';
import { addUpdate, type UpdateCommand } from './progress-updates.ts';

let app: TestApp;
let scene: Scene;
let contributor: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	contributor = scene.people['own contributor'];
});

test('an update is dated, kept as written, and counts as a report', async () => {
	const staged = await stage(app, scene, 'in-progress');
	app.goTo('2026-03-31');
	const narrative = 'Officers were briefed.\n\n\tTwo teams remain. ';
	await update(staged, {
		narrative,
		confidence: 'feasible',
		nextMilestone: 'Brief the last two teams',
		nextMilestoneOn: plainDate('2026-05-01')
	});
	expect(lastRowOf(app, 'progress_update')).toMatchObject({
		assignment_id: staged.id,
		on_day: '2026-03-31',
		actor_id: contributor.personId,
		narrative,
		confidence: 'feasible',
		next_milestone: 'Brief the last two teams',
		next_milestone_on: '2026-05-01'
	});
	expect(lastRowOf(app, 'assignment')).toMatchObject({
		status: 'in-progress',
		last_reported_on: '2026-03-31',
		version: 2
	});
	expect(rowsOf(app, 'status_change')).toHaveLength(1);
});

test('the day of an update is the day in London, also in the hour after midnight in summer', async () => {
	const staged = await stage(app, scene, 'in-progress');
	app.goTo(Date.parse('2026-06-30T23:30:00Z'));
	await update(staged, {});
	expect(lastRowOf(app, 'progress_update').on_day).toBe('2026-07-01');
	expect(lastRowOf(app, 'assignment').last_reported_on).toBe('2026-07-01');
	expect(lastRowOf(app, 'audit_entry').on_day).toBe('2026-07-01');
});

test.each(ASSIGNMENT_STATUSES)(
	'with an update, work starts or resumes only where the table says: %s',
	async (status) => {
		for (const [index, verb] of (['start', 'resume'] as const).entries()) {
			const staged = await stage(app, scene, status, index + 1);
			const before = databaseImage(app);
			const outcome = await outcomeOf(update(staged, { move: verb }));
			const isPossible = moveOf(verb).from.includes(status);
			const refusal = isOpen(status) ? 'move-not-possible' : 'assignment-closed';
			expect(outcome, verb).toBe(isPossible ? 'done' : refusal);
			if (!isPossible) {
				expect(databaseImage(app)).toBe(before);
				continue;
			}
			expect(lastRowOf(app, 'assignment')).toMatchObject({
				status: 'in-progress',
				status_on: '2026-03-02',
				version: 2
			});
			expect(lastRowOf(app, 'status_change')).toMatchObject({
				verb,
				from_status: status,
				to_status: 'in-progress',
				actor_id: contributor.personId
			});
		}
	}
);

test('an update while a claim waits leaves the claim as it is', async () => {
	const staged = await stage(app, scene, 'reported-complete');
	await update(staged, {});
	expect(lastRowOf(app, 'assignment')).toMatchObject({
		status: 'reported-complete',
		claimed_on: '2026-02-02',
		claimed_by: scene.claimant.personId
	});
});

describe('a correction', () => {
	test('is a further update that says which one it corrects, and the corrected one is as it was', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await update(staged, { narrative: 'Forty were trained', confidence: 'probable' });
		const before = lastRowOf(app, 'progress_update');
		app.goTo('2026-03-09');
		await update(staged, { narrative: 'Fourteen were trained', correctsId: Number(before.id) });
		expect(rowsOf(app, 'progress_update')).toMatchObject([
			before,
			{ narrative: 'Fourteen were trained', corrects_id: before.id, on_day: '2026-03-09' }
		]);
	});

	test('leaves what is kept of the assignment in agreement with its history', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await update(staged, {});
		app.goTo('2026-03-09');
		await update(staged, { correctsId: Number(lastRowOf(app, 'progress_update').id) });
		expect(await findDisagreements(app.db.read)).toEqual([]);
		const then = app.db.asAt(plainDate('2026-03-09'));
		const [row] = await then.select().from(assignment).where(eq(assignment.id, staged.id));
		expect(row?.lastReportedOn).toBe('2026-03-02');
	});

	test('is about an earlier day: it does not count as a report of its own, and moves nothing', async () => {
		const staged = await stage(app, scene, 'not-started');
		await update(staged, {});
		const { id } = lastRowOf(app, 'progress_update');
		app.goTo('2026-06-01');
		await update(staged, { correctsId: Number(id), move: 'start' });
		expect(lastRowOf(app, 'assignment')).toMatchObject({
			last_reported_on: '2026-03-02',
			status: 'not-started',
			version: 3
		});
	});

	test('can be corrected in turn, but the first one only once', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await update(staged, {});
		await update(staged, { correctsId: 1 });
		const refusal = await refusalOf(update(staged, { correctsId: 1 }));
		expect(refusal).toMatchObject({ code: 'already-corrected', facts: { id: 2 } });
		await update(staged, { correctsId: 2 });
		expect(rowsOf(app, 'progress_update').map((row) => row.corrects_id)).toEqual([null, 1, 2]);
	});

	test('of an update of another assignment, or of none, is not found and stores nothing', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const foreign = await stage(app, scene, 'in-progress', 7, scene.essex);
		const essexUpdate = await anUpdate(app, foreign, scene.people['foreign lead']);
		const before = databaseImage(app);
		for (const correctsId of [essexUpdate, 4711, 0, -1]) {
			expect(await outcomeOf(update(staged, { correctsId }))).toBe('not-found');
		}
		expect(databaseImage(app)).toBe(before);
	});
});

test.each(['update', 'delete'])(
	'no hand can %s a published update, past every rule of ours',
	async (verb) => {
		const staged = await stage(app, scene, 'in-progress');
		await update(staged, {});
		const raw = rawConnection(app);
		const statement =
			verb === 'update'
				? `update progress_update set narrative = 'x'`
				: 'delete from progress_update';
		expect(() => raw.exec(statement)).toThrow('append-only');
	}
);

async function update(staged: Staged, said: Partial<UpdateCommand>): Promise<void> {
	const form = await aForm(app, staged);
	await addUpdate(app, contributor, staged, { ...form, narrative: 'Work goes on', ...said });
}
