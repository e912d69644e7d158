import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { stepAction } from './action-moves.ts';
import { addAction, changeAction, type ActionStatement } from './actions.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

const STATEMENT: ActionStatement = {
	title: 'Train every custody sergeant',
	shows: 'Nobody waits for an interpreter',
	ownerPostId: null,
	dueOn: plainDate('2026-06-04'),
	serves: []
};

describe('adding', () => {
	test('stores the step at the end of every plan that it serves, each with its own sentence', async () => {
		const seven = await stage(app, scene, 'in-progress', 7);
		const three = await stage(app, scene, 'not-started', 3);
		const key = await add(seven, { serves: ['OIC-3', 'OIC-7'], ownerPostId: scene.kentPost });
		expect(lastRowOf(app, 'action')).toMatchObject({
			key,
			organisation_id: scene.kent,
			title: STATEMENT.title,
			shows: STATEMENT.shows,
			owner_post_id: scene.kentPost,
			due_on: '2026-06-04',
			state: 'planned',
			done_on: null,
			version: 1
		});
		expect(placesOf(seven)).toEqual([seven.actionKey, key]);
		expect(placesOf(three)).toEqual([three.actionKey, key]);
		const change = lastRowOf(app, 'action_change');
		expect(change).toMatchObject({ actor_id: lead.personId, verb: 'add', reason: null });
		expect(JSON.parse(String(change.state))).toEqual({
			title: STATEMENT.title,
			shows: STATEMENT.shows,
			owner: 'Head of Crime',
			dueOn: '2026-06-04',
			state: 'planned',
			doneOn: null,
			serves: ['OIC-3/KENT', 'OIC-7/KENT']
		});
		expect(rowsOf(app, 'audit_entry').map((row) => [row.assignment_id, row.sentence])).toEqual([
			[three.id, expect.stringContaining('to the plan of OIC-3 for Kent Police')],
			[seven.id, expect.stringContaining('to the plan of OIC-7 for Kent Police')]
		]);
	});

	test('leaves the assignment as it was: its status, and its version', async () => {
		const staged = await stage(app, scene, 'not-started');
		const before = rowsOf(app, 'assignment');
		await add(staged);
		expect(rowsOf(app, 'assignment')).toEqual(before);
	});

	test.each([
		['a post of another organisation', () => ({ ownerPostId: scene.essexPost })],
		['a post that there is not', () => ({ ownerPostId: 999 })],
		['a recommendation that only another organisation has', () => ({ serves: ['OIC-8'] })],
		['a recommendation that there is not', () => ({ serves: ['OIC-99'] })]
	])('%s is not there, and nothing is stored', async (_, facts) => {
		const staged = await stage(app, scene, 'in-progress');
		await stage(app, scene, 'in-progress', 8, scene.essex);
		const before = databaseImage(app);
		expect(await outcomeOf(add(staged, facts()))).toBe('not-found');
		expect(databaseImage(app)).toBe(before);
	});

	test.each(['confirmed', 'not-applicable', 'no-further-action'] as const)(
		'nothing is added to a plan that is %s, neither directly nor from another',
		async (status) => {
			const closed = await stage(app, scene, status, 3);
			const open = await stage(app, scene, 'in-progress', 7);
			const before = databaseImage(app);
			expect(await refusalOf(add(closed))).toMatchObject({
				code: 'plan-closed',
				facts: { status, reference: 'OIC-3/KENT' }
			});
			const from = await refusalOf(add(open, { serves: ['OIC-3'] }));
			expect(from).toMatchObject({ code: 'plan-closed', field: 'serves' });
			expect(databaseImage(app)).toBe(before);
		}
	);

	test('is not due before the inspection was published', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const attempt = add(staged, { dueOn: plainDate('2025-05-15') });
		expect(await outcomeOf(attempt)).toBe('due-before-publication');
	});

	test('a plan holds two hundred actions and no more', async () => {
		const staged = await stage(app, scene, 'in-progress');
		for (let held = 1; held < 200; held += 1) await add(staged);
		expect(await refusalOf(add(staged))).toMatchObject({ code: 'plan-full', facts: { max: 200 } });
		expect(placesOf(staged)).toHaveLength(200);
	});
});

describe('changing', () => {
	test('keeps what it was, what it became and why', async () => {
		const staged = await stage(app, scene, 'in-progress');
		app.goTo('2026-03-09');
		await change(staged, { reason: ' The trainers come later ' });
		expect(lastRowOf(app, 'action')).toMatchObject({
			title: STATEMENT.title,
			due_on: '2026-06-04',
			state: 'planned',
			version: 2
		});
		const [first, second] = rowsOf(app, 'action_change');
		expect(JSON.parse(String(first!.state)).dueOn).toBe('2026-06-30');
		expect(second).toMatchObject({
			verb: 'change',
			on_day: '2026-03-09',
			reason: 'The trainers come later'
		});
		expect(JSON.parse(String(second!.state)).dueOn).toBe('2026-06-04');
	});

	test('a promised date is not moved without saying why', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const before = databaseImage(app);
		expect(await refusalOf(change(staged))).toMatchObject({
			code: 'due-move-needs-reason',
			field: 'reason'
		});
		expect(await outcomeOf(change(staged, { dueOn: null }))).toBe('due-move-needs-reason');
		expect(databaseImage(app)).toBe(before);
	});

	test('serves one plan more, leaves another, and keeps its place in the third', async () => {
		const [three, seven, eight] = [
			await stage(app, scene, 'in-progress', 3),
			await stage(app, scene, 'in-progress', 7),
			await stage(app, scene, 'in-progress', 8)
		];
		const key = await add(seven, { serves: ['OIC-3'] });
		const after = await add(seven);
		const serves = ['OIC-7', 'OIC-8'];
		const name = { ...seven, action: key };
		await changeAction(app, lead, name, { ...STATEMENT, serves, ...stamp(1) });
		expect(placesOf(three)).toEqual([three.actionKey]);
		expect(placesOf(seven)).toEqual([seven.actionKey, key, after]);
		expect(placesOf(eight)).toEqual([eight.actionKey, key]);
		const told = rowsOf(app, 'audit_entry').slice(-3);
		expect(told.map((row) => [row.assignment_id, row.action])).toEqual([
			[seven.id, 'action.change'],
			[eight.id, 'action.add'],
			[three.id, 'action.take-out']
		]);
		const gone = changeAction(app, lead, { ...three, action: key }, { ...STATEMENT, ...stamp(2) });
		expect(await outcomeOf(gone)).toBe('not-found');
	});

	test('serves at least one', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const attempt = change(staged, { serves: [], dueOn: plainDate('2026-06-30') });
		expect(await refusalOf(attempt)).toMatchObject({ code: 'serves-nothing', field: 'serves' });
	});

	test('can stay in a plan that has been closed since, and be changed there', async () => {
		const staged = await stage(app, scene, 'confirmed');
		await change(staged, { reason: 'Agreed with the inspectorate' });
		expect(lastRowOf(app, 'action')).toMatchObject({ title: STATEMENT.title });
	});

	test('of nothing at all leaves no line in its history', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const same = {
			title: 'Train every team',
			shows: 'Every officer knows the signs',
			dueOn: plainDate('2026-06-30')
		};
		await change(staged, same);
		expect(rowsOf(app, 'action_change')).toHaveLength(1);
		expect(lastRowOf(app, 'action')).toMatchObject({ version: 1 });
	});

	test('is refused once it is done', async () => {
		const staged = await stage(app, scene, 'in-progress');
		const doneOn = plainDate('2026-03-01');
		await stepAction(app, lead, planned(staged), { verb: 'complete', doneOn, ...stamp(1) });
		const attempt = change(staged, { reason: 'Too late', version: 2 });
		expect(await outcomeOf(attempt)).toBe('action-not-possible');
	});
});

test('whoever comes second is told what changed meanwhile, of this action alone', async () => {
	const staged = await stage(app, scene, 'in-progress');
	const other = await add(staged);
	await change(staged, { reason: 'The trainers come later' });
	await changeAction(
		app,
		lead,
		{ ...staged, action: other },
		{
			...{ ...STATEMENT, title: 'Something else', serves: ['OIC-7'] },
			...stamp(1)
		}
	);
	const refusal = await refusalOf(change(staged, { reason: 'Mine', version: 1 }));
	expect(refusal).toMatchObject({ code: 'stale', facts: { version: 2 } });
	expect(refusal.facts.changes).toEqual([
		{
			at: app.clock.now(),
			sentence: `${lead.name} changed the title, what it will show and the due date (from 30 June 2026 to 4 June 2026) of the action “Train every custody sergeant” in the plan of OIC-7 for Kent Police.`
		}
	]);
});

function add(staged: Staged, facts: Partial<ActionStatement> = {}): Promise<string> {
	return addAction(app, lead, staged, { ...STATEMENT, ...facts, submissionKey: aKey() });
}

function change(
	staged: Staged,
	facts: Partial<ActionStatement> & { reason?: string; version?: number } = {}
): Promise<void> {
	const serves = [staged.reference];
	const command = { ...STATEMENT, serves, ...stamp(1), ...facts };
	return changeAction(app, lead, planned(staged), command);
}

function stamp(version: number) {
	return { version, submissionKey: aKey() };
}

function planned(staged: Staged) {
	return { ...staged, action: staged.actionKey };
}

/** The keys of the plan in its order. */
function placesOf(staged: Staged): unknown[] {
	const keys = new Map(rowsOf(app, 'action').map((row) => [row.id, row.key]));
	return rowsOf(app, 'action_assignment')
		.filter((row) => row.assignment_id === staged.id)
		.sort((a, b) => Number(a.position) - Number(b.position))
		.map((row) => keys.get(row.action_id));
}
