import type { Actor } from '#lib/domain/actor.ts';
import { plainDate } from '#lib/domain/plain-date.ts';
import { beforeEach, expect, test } from 'vitest';
import { aKey } from '../../../../tests/support/assignment-facts.ts';
import { databaseImage, lastRowOf, rowsOf } from '../../../../tests/support/database.ts';
import { anAction } from '../../../../tests/support/plan.ts';
import { outcomeOf, refusalOf } from '../../../../tests/support/refusals.ts';
import { openScene, stage, type Scene, type Staged } from '../../../../tests/support/scene.ts';
import { openTestApp, type TestApp } from '../../../../tests/support/test-app.ts';
import { stepAction, type ActionMoveCommand } from './action-moves.ts';
import { reorderAction } from './action-order.ts';

let app: TestApp;
let scene: Scene;
let lead: Actor;

beforeEach(async () => {
	app = openTestApp();
	scene = await openScene(app);
	lead = scene.people['own lead'];
});

test('an action is completed, reopened and dropped, and every step of it stays', async () => {
	const staged = await stage(app, scene, 'in-progress');
	await step(staged, 1, { verb: 'complete', doneOn: plainDate('2026-02-27') });
	expect(lastRowOf(app, 'action')).toMatchObject({
		state: 'done',
		done_on: '2026-02-27',
		version: 2
	});
	await step(staged, 2, { verb: 'reopen', reason: 'Two teams were left out' });
	expect(lastRowOf(app, 'action')).toMatchObject({ state: 'planned', done_on: null, version: 3 });
	await step(staged, 3, { verb: 'drop', reason: ' Another step takes its place ' });
	expect(lastRowOf(app, 'action')).toMatchObject({ state: 'dropped', due_on: '2026-06-30' });
	expect(
		rowsOf(app, 'action_change').map(({ verb, reason, state }) => [
			verb,
			reason,
			JSON.parse(String(state)).state
		])
	).toEqual([
		['add', null, 'planned'],
		['complete', null, 'done'],
		['reopen', 'Two teams were left out', 'planned'],
		['drop', 'Another step takes its place', 'dropped']
	]);
});

test('an action that serves two plans is completed in both, and told in both histories', async () => {
	const seven = await stage(app, scene, 'in-progress', 7);
	const three = await stage(app, scene, 'in-progress', 3);
	const key = await anAction(app, [seven, three], lead, { title: 'Both' });
	await stepAction(app, lead, { ...three, action: key }, completed());
	expect(rowsOf(app, 'audit_entry').map((row) => [row.assignment_id, row.action])).toEqual([
		[three.id, 'action.complete'],
		[seven.id, 'action.complete']
	]);
});

test('nothing is done tomorrow', async () => {
	const staged = await stage(app, scene, 'in-progress');
	const before = databaseImage(app);
	const attempt = step(staged, 1, { verb: 'complete', doneOn: plainDate('2026-03-03') });
	expect(await refusalOf(attempt)).toMatchObject({ code: 'date-in-future', field: 'doneOn' });
	expect(databaseImage(app)).toBe(before);
});

test('a contributor completes and reopens, and does not drop', async () => {
	const staged = await stage(app, scene, 'in-progress');
	const contributor = scene.people['own contributor'];
	const as = (version: number, command: Omit<ActionMoveCommand, 'version' | 'submissionKey'>) =>
		outcomeOf(step(staged, version, command, contributor));
	expect(await as(1, { verb: 'drop', reason: 'Too hard' })).toBe('not-allowed');
	expect(await as(1, { verb: 'complete', doneOn: plainDate('2026-03-02') })).toBe('done');
	expect(await as(2, { verb: 'reopen', reason: 'It was not enough' })).toBe('done');
});

test('an action of another organisation is not there, whatever address it is asked by', async () => {
	const kent = await stage(app, scene, 'in-progress');
	const essex = await stage(app, scene, 'in-progress', 7, scene.essex);
	const before = databaseImage(app);
	const crossed = { ...kent, action: essex.actionKey };
	expect(await outcomeOf(stepAction(app, lead, crossed, completed()))).toBe('not-found');
	const theirs = { ...essex, action: essex.actionKey };
	expect(await outcomeOf(stepAction(app, lead, theirs, completed()))).toBe('not-found');
	expect(databaseImage(app)).toBe(before);
});

test('what somebody else has moved meanwhile is stale, but a new order is not', async () => {
	const staged = await stage(app, scene, 'in-progress');
	await anAction(app, [staged], lead);
	await reorderAction(app, lead, planned(staged), {
		direction: 'down',
		place: 1,
		submissionKey: aKey()
	});
	await step(staged, 1, { verb: 'drop', reason: 'Another step takes its place' });
	const refusal = await refusalOf(step(staged, 1, { verb: 'reopen', reason: 'Mine' }));
	expect(refusal).toMatchObject({ code: 'stale', facts: { version: 2 } });
	expect(refusal.facts.changes).toEqual([
		{ at: app.clock.now(), sentence: expect.stringContaining('dropped the action') }
	]);
});

function step(
	staged: Staged,
	version: number,
	command: Omit<ActionMoveCommand, 'version' | 'submissionKey'>,
	actor = lead
): Promise<void> {
	const stamp = { version, submissionKey: aKey() };
	return stepAction(app, actor, planned(staged), { ...command, ...stamp });
}

function completed(): ActionMoveCommand {
	return {
		verb: 'complete',
		doneOn: plainDate('2026-03-02'),
		version: 1,
		submissionKey: aKey()
	};
}

function planned(staged: Staged) {
	return { ...staged, action: staged.actionKey };
}
