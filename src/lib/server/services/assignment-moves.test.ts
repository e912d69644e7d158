import type { Actor } from '#lib/domain/actor.ts';
import type { Verb } from '#lib/domain/status.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aForm } from '../../../../tests/support/assignment-facts.ts';
import { aPerson } from '../../../../tests/support/builders.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { makeMove, type AnyMove } from '../../../../tests/support/moves.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { moveAssignment } from './assignment-moves.ts';
import { addLink } from './evidence.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;
let inspector: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
	inspector = scene.people.inspector;
});

describe('a claim', () => {
	test('is stored with its day, its author and its statement, and counts as a report', async () => {
		const staged = await stage(app, scene, 'in-progress');
		app.goTo('2026-03-09');
		await move(lead, staged, 'report-complete', { statement: '  Every part of it is done \n' });
		expect(assignmentRow(staged)).toMatchObject({
			status: 'reported-complete',
			status_on: '2026-03-09',
			claimed_on: '2026-03-09',
			claimed_by: lead.personId,
			last_reported_on: '2026-03-09',
			version: 2
		});
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			actor_id: lead.personId,
			on_day: '2026-03-09',
			verb: 'report-complete',
			from_status: 'in-progress',
			to_status: 'reported-complete',
			statement: 'Every part of it is done',
			reason: null,
			basis: null
		});
	});

	test('can be made again after it was returned, and both claims stay in history', async () => {
		const staged = await stage(app, scene, 'in-progress');
		await move(lead, staged, 'report-complete', { statement: 'First claim' });
		await move(inspector, staged, 'return', { reason: 'Two parts are missing' });
		expect(assignmentRow(staged)).toMatchObject({
			status: 'returned',
			claimed_on: null,
			claimed_by: null
		});
		app.goTo('2026-04-01');
		await move(lead, staged, 'report-complete', { statement: 'Second claim' });
		expect(assignmentRow(staged)).toMatchObject({
			status: 'reported-complete',
			claimed_on: '2026-04-01',
			version: 4
		});
		const stated = rowsOf(app, 'status_change').map((row) => row.statement ?? row.reason);
		expect(stated).toEqual([null, 'First claim', 'Two parts are missing', 'Second claim']);
	});

	test('is taken back with a reason, and nobody is the claimant any more', async () => {
		const staged = await stage(app, scene, 'reported-complete');
		const refusal = await refusalOf(move(lead, staged, 'withdraw-claim', { reason: ' ' }));
		expect(refusal).toMatchObject({ code: 'reason-needed', field: 'reason' });
		await move(lead, staged, 'withdraw-claim', { reason: 'One part is not finished' });
		expect(assignmentRow(staged)).toMatchObject({
			status: 'in-progress',
			claimed_on: null,
			claimed_by: null
		});
	});
});

describe('a decision', () => {
	test('is never made by whoever made the claim, even as an inspector too', async () => {
		const both = scene.people['inspector and own lead'];
		const staged = await stage(app, scene, 'in-progress');
		await move(both, staged, 'report-complete', { statement: 'Done' });
		const before = databaseImage(app);
		for (const verb of ['confirm', 'return'] as const) {
			const attempt = move(both, staged, verb, { basis: 'visit', reason: 'No' });
			expect(await outcomeOf(attempt)).toBe('claimant-cannot-decide');
		}
		expect(databaseImage(app)).toBe(before);
		await move(inspector, staged, 'confirm', { basis: 'visit' });
		expect(assignmentRow(staged).status).toBe('confirmed');
	});

	test('may be made by an inspector who once made an earlier claim', async () => {
		const both = scene.people['inspector and own lead'];
		const staged = await stage(app, scene, 'in-progress');
		await move(both, staged, 'report-complete', { statement: 'Done' });
		await move(inspector, staged, 'return', { reason: 'Not yet' });
		await move(lead, staged, 'report-complete', { statement: 'Now it is' });
		await move(both, staged, 'confirm', { basis: 'sample' });
		expect(lastRowOf(app, 'status_change')).toMatchObject({
			verb: 'confirm',
			actor_id: both.personId,
			basis: 'sample'
		});
	});

	test('to confirm needs what it rests on, to return needs a reason', async () => {
		const staged = await stage(app, scene, 'reported-complete');
		expect(await refusalOf(move(inspector, staged, 'confirm', {}))).toMatchObject({
			code: 'basis-needed',
			field: 'basis'
		});
		expect(await refusalOf(move(inspector, staged, 'return', { reason: '\n' }))).toMatchObject({
			code: 'reason-needed',
			field: 'reason'
		});
	});

	test('can be reopened, and the old claim no longer waits', async () => {
		const staged = await stage(app, scene, 'reported-complete');
		await move(inspector, staged, 'confirm', { basis: 'desk-review' });
		expect(assignmentRow(staged)).toMatchObject({ status: 'confirmed', claimed_by: null });
		app.goTo('2026-05-05');
		await move(inspector, staged, 'reopen', { reason: 'A later inspection found gaps' });
		expect(assignmentRow(staged)).toMatchObject({
			status: 'in-progress',
			status_on: '2026-05-05',
			claimed_on: null,
			claimed_by: null
		});
	});
});

describe('two at once', () => {
	test('of two inspectors who decide the same claim, exactly one does and the other is told', async () => {
		const second = await aPerson(app, 'inspector');
		const staged = await stage(app, scene, 'reported-complete');
		const form = await aForm(app, staged);
		const [confirmed, returned] = await Promise.allSettled([
			makeMove(app, inspector, staged, { ...form, verb: 'confirm', basis: 'visit' }),
			makeMove(app, second, staged, {
				...form,
				submissionKey: 'another',
				verb: 'return',
				reason: 'Not yet'
			})
		]);
		expect(confirmed.status).toBe('fulfilled');
		expect(returned).toMatchObject({
			reason: {
				code: 'stale',
				facts: {
					version: 2,
					changes: [
						{
							sentence: `${inspector.name} confirmed OIC-7 for Kent Police on the basis of a visit.`
						}
					]
				}
			}
		});
		expect(assignmentRow(staged)).toMatchObject({ status: 'confirmed', version: 2 });
		expect(rowsOf(app, 'status_change')).toHaveLength(2);
	});

	test('a form that is sent twice is carried out once', async () => {
		const staged = await stage(app, scene, 'not-started');
		const form = await aForm(app, staged);
		const outcomes = await Promise.all(
			[1, 2, 3].map(() => outcomeOf(moveAssignment(app, lead, staged, { ...form, verb: 'start' })))
		);
		expect(outcomes).toEqual(['done', 'already-submitted', 'already-submitted']);
		expect(assignmentRow(staged).version).toBe(2);
	});

	test('a form that was refused can be mended and sent again', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const form = await aForm(app, staged);
		const claim = { ...form, verb: 'report-complete' as const };
		expect(await outcomeOf(makeMove(app, lead, staged, claim))).toBe('statement-needed');
		const mended = { ...claim, statement: 'Done' };
		expect(await outcomeOf(makeMove(app, lead, staged, mended))).toBe('done');
	});

	test('an overtaken form is told what changed meanwhile, latest first, and evidence is not in it', async () => {
		const staged = await stage(app, scene, 'not-started');
		const old = await aForm(app, staged);
		await move(lead, staged, 'start', {});
		await move(lead, staged, 'report-complete', { statement: 'Done' });
		await addLink(app, lead, staged, {
			title: 'New policy',
			shows: 'That it changed',
			marking: 'official',
			linkUrl: 'https://kent.example/new',
			submissionKey: 'link'
		});
		const refusal = await refusalOf(
			makeMove(app, inspector, staged, { ...old, verb: 'confirm', basis: 'visit' })
		);
		expect(refusal).toMatchObject({ code: 'stale', facts: { version: 3 } });
		const { changes } = refusal.facts as { changes: { sentence: string }[] };
		expect(changes.map(({ sentence }) => sentence)).toEqual([
			`${lead.name} reported OIC-7 for Kent Police complete.`,
			`${lead.name} started work on OIC-7 for Kent Police.`
		]);
	});
});

function assignmentRow({ id }: Staged) {
	return rowsOf(app, 'assignment').find((row) => row.id === id) ?? {};
}

async function move(actor: Actor, staged: Staged, verb: Verb, said: Partial<AnyMove>) {
	await makeMove(app, actor, staged, { ...(await aForm(app, staged)), ...said, verb });
}
